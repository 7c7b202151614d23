package rubric

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// schemaDialect is the version of JSON Schema that Schema is written in.
const schemaDialect = "https://json-schema.org/draft/2020-12/schema"

// schemaID names the schema; nothing is fetched from there.
const schemaID = "urn:pique:rubric"

// Schema returns a JSON Schema of rubric files, for editors that complete
// keys and mark faults while one types. It is made of the keys that the
// loader goes by, and ends with a line break.
func Schema() ([]byte, error) {
	root := rubricKeys.schema()
	head := object{{"$schema", schemaDialect}, {"$id", schemaID}, {"title", "A rubric of pique"}}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(append(head, root...)); err != nil {
		return nil, fmt.Errorf("write schema: %w", err)
	}
	return b.Bytes(), nil
}

// object is a JSON object that keeps the order of its members.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON implements json.Marshaler.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, v := range [...]any{m.name, m.value} {
			if j > 0 {
				b.WriteByte(':')
			}
			enc := json.NewEncoder(&b)
			enc.SetEscapeHTML(false)
			if err := enc.Encode(v); err != nil {
				return nil, fmt.Errorf("write %q: %w", m.name, err)
			}
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func (m *mapping) schema() object {
	properties := object{}
	required := []string{}
	for _, k := range m.keys {
		properties = append(properties, member{k.name, append(object{{"description", k.about}}, k.schema()...)})
		if k.must {
			required = append(required, k.name)
		}
	}
	out := object{{"type", "object"}, {"additionalProperties", false}, {"properties", properties}}
	if len(required) > 0 {
		out = append(out, member{"required", required})
	}
	return out
}

// scalar is a text, or what YAML makes of one that looks like a number or yes.
var scalar = object{{"type", []string{"string", "number", "boolean"}}}

func (k key) schema() object {
	switch k.takes {
	case aText:
		return scalar
	case someText:
		return oneOrMore(scalar)
	case aNumber:
		return object{{"type", "number"}, {"minimum", k.low}, {"maximum", k.high}}
	case yesOrNo:
		return object{{"enum", []any{true, false, "yes", "no"}}}
	case oneName:
		return object{{"enum", k.among}}
	case names:
		return oneOrMore(object{{"enum", k.among}})
	case oneID:
		return object{{"type", "string"}, {"pattern", "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"}}
	case someIDs:
		return oneOrMore(object{{"type", "string"}})
	case aPart:
		if k.or != nil {
			return object{{"anyOf", []object{k.of.schema(), k.or.schema()}}}
		}
		return k.of.schema()
	case someOf:
		return object{{"type", "array"}, {"items", k.of.schema()}}
	case textOr:
		return object{{"type", []string{"array", "string"}}, {"items", object{{"anyOf", []object{scalar, k.of.schema()}}}}}
	case freeKeys:
		return object{{"type", "object"}, {"additionalProperties", oneOrMore(scalar)}}
	}
	return object{}
}

func oneOrMore(of object) object {
	return object{{"anyOf", []object{of, {{"type", "array"}, {"items", of}}}}}
}
