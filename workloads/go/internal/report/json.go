// Package report puts together the result of a run and the facts of the runtime that it names.
package report

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Object is a JSON object whose fields keep their order.
type Object []Field

// Field is one of an object.
type Field struct {
	Name  string
	Value any
}

// JSON writes objects, lists, texts, whole numbers, booleans and nil as JSON (RFC 8259) on one line of ASCII.
func JSON(value any) string {
	var out strings.Builder
	write(&out, value)
	return out.String()
}

func write(out *strings.Builder, value any) {
	switch v := value.(type) {
	case nil:
		out.WriteString("null")
	case bool:
		out.WriteString(strconv.FormatBool(v))
	case int:
		out.WriteString(strconv.Itoa(v))
	case int64:
		out.WriteString(strconv.FormatInt(v, 10))
	case string:
		writeText(out, v)
	case Object:
		writeObject(out, v)
	case []any:
		writeList(out, v)
	default:
		panic(fmt.Sprintf("not a JSON value: %T", value))
	}
}

func writeObject(out *strings.Builder, object Object) {
	out.WriteByte('{')
	for i, field := range object {
		if i > 0 {
			out.WriteByte(',')
		}
		writeText(out, field.Name)
		out.WriteByte(':')
		write(out, field.Value)
	}
	out.WriteByte('}')
}

func writeList(out *strings.Builder, list []any) {
	out.WriteByte('[')
	for i, value := range list {
		if i > 0 {
			out.WriteByte(',')
		}
		write(out, value)
	}
	out.WriteByte(']')
}

func writeText(out *strings.Builder, text string) {
	out.WriteByte('"')
	for _, unit := range utf16.Encode([]rune(text)) {
		switch {
		case unit == '"':
			out.WriteString(`\"`)
		case unit == '\\':
			out.WriteString(`\\`)
		case unit == '\n':
			out.WriteString(`\n`)
		case unit == '\r':
			out.WriteString(`\r`)
		case unit == '\t':
			out.WriteString(`\t`)
		case unit < 0x20 || unit > 0x7e: // safe in any encoding and any reader
			fmt.Fprintf(out, `\u%04x`, unit)
		default:
			out.WriteByte(byte(unit))
		}
	}
	out.WriteByte('"')
}
