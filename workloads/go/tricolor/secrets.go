package tricolor

import (
	"regexp"
	"strings"
)

const secretWord = `(?i)[\w.\-]*(?:pass|pwd|secret|token|credential|apikey|api-key|api_key|private|auth)[\w.\-]*`

var (
	secretValue = regexp.MustCompile(`(` + secretWord + `[=:])(.+)`)
	secretFlag  = regexp.MustCompile(`^--?` + secretWord + `$`)
	inURL       = regexp.MustCompile(`(://[^/:@\s]*:)[^@/\s]+(@)`)
)

// masked answers the arguments with the values of those that look like secrets replaced by ***.
func masked(args []string) []string {
	out := make([]string, len(args))
	hidden := false
	for i, arg := range args {
		switch {
		case hidden && !strings.HasPrefix(arg, "-"):
			out[i] = "***"
		default:
			out[i] = inURL.ReplaceAllString(secretValue.ReplaceAllString(arg, "${1}***"), "${1}***${2}")
		}
		hidden = secretFlag.MatchString(arg)
	}
	return out
}
