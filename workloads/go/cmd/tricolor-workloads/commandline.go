package main

import "strings"

// option is one that a command knows; takes is the name of its value's kind, empty for one without a value.
type option struct {
	name, takes string
}

// usageProblem is what is wrong with a command line, without or with the hint what to do.
type usageProblem struct {
	what    string
	hasHint bool
}

func (p *usageProblem) text(command string) string {
	if p.hasHint {
		return p.what
	}
	return p.what + "; " + helpHint(command)
}

func helpHint(command string) string {
	return "'" + command + " --help' shows its options"
}

// parse takes "--name value" and "--name=value"; each option at most once, and the value may be anything but another option.
func parse(arguments []string, options []option) (given map[string]string, help bool, problem *usageProblem) {
	given = map[string]string{}
	for i := 0; i < len(arguments); i++ {
		if arguments[i] == "-h" || arguments[i] == "--help" {
			return given, true, nil
		}
		text, value, hasValue := strings.Cut(arguments[i], "=")
		known := find(options, text)
		if known == nil {
			return nil, false, unknown(arguments[i], options)
		}
		if known.takes != "" && !hasValue {
			i++
			if i == len(arguments) {
				return nil, false, &usageProblem{what: "Missing required parameter for option " + known.label()}
			}
			value = arguments[i]
			if find(options, value) != nil {
				return nil, false, &usageProblem{
					what: "Expected parameter for option '--" + known.name + "' but found '" + value + "'",
				}
			}
		}
		if known.takes == "" && hasValue {
			return nil, false, &usageProblem{what: "option '--" + known.name + "' takes no value"}
		}
		if _, twice := given[known.name]; twice {
			return nil, false, &usageProblem{what: "option " + known.label() + " should be specified only once"}
		}
		given[known.name] = value
	}
	return given, false, nil
}

func (o option) label() string {
	if o.takes == "" {
		return "'--" + o.name + "'"
	}
	return "'--" + o.name + "' (" + o.takes + ")"
}

func find(options []option, text string) *option {
	for i := range options {
		if text == "--"+options[i].name {
			return &options[i]
		}
	}
	return nil
}

func unknown(argument string, options []option) *usageProblem {
	var names []string
	if strings.HasPrefix(argument, "-") {
		for _, known := range options {
			names = append(names, "--"+known.name)
		}
	}
	text := unmatched(argument, names, "")
	return &usageProblem{what: strings.TrimSuffix(text, "; "), hasHint: !strings.HasSuffix(text, "; ")}
}
