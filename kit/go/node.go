package callback

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Node is a field of a body: a text, or further fields. XML and JSON become the
// same nodes, in the order of the body: an array of JSON is several nodes of one
// name, as in XML; an attribute of XML is a node whose name begins with @. The text is
// what the body has, to the character: "007", " " and 1e3 stay what they are.
type Node struct {
	Name  string
	Text  string
	Nodes []*Node
}

// Get returns the first node that a path of names leads to, or nil.
func (n *Node) Get(path ...string) *Node {
	for _, name := range path {
		all := n.All(name)
		if len(all) == 0 {
			return nil
		}
		n = all[0]
	}
	return n
}

// All returns the nodes of a name: none, one or many. A nil Node has none.
func (n *Node) All(name string) (all []*Node) {
	if n == nil {
		return nil
	}
	for _, c := range n.Nodes {
		if c.Name == name {
			all = append(all, c)
		}
	}
	return all
}

// Value returns the text that a path of names leads to, "" if there is none.
func (n *Node) Value(path ...string) string {
	if n = n.Get(path...); n == nil {
		return ""
	}
	return n.Text
}

// deepest is how many levels of fields a body may have.
const deepest = 200

var errDeep = fmt.Errorf("fields are nested deeper than %d levels", deepest)

// Parse reads a body in XML or JSON. What is not well-formed is an error.
func Parse(body []byte) (*Node, error) {
	body = bytes.TrimPrefix(body, []byte("\ufeff"))
	start := bytes.TrimLeft(body, " \t\r\n")
	switch {
	case len(start) == 0:
		return nil, errors.New("the body is empty")
	case start[0] == '<':
		return parseXML(body)
	case start[0] == '{' || start[0] == '[':
		return parseJSON(body)
	}
	return nil, errors.New("the body is neither XML nor JSON")
}

func parseXML(body []byte) (*Node, error) {
	dec := xml.NewDecoder(bytes.NewReader(body))
	open := []*Node{{}} // the elements that are open, the document first
	for {
		token, err := dec.Token()
		top := open[len(open)-1]
		switch t := token.(type) {
		case nil:
			switch {
			case !errors.Is(err, io.EOF):
				return nil, fmt.Errorf("XML: %w", err)
			case len(top.Nodes) != 1:
				return nil, errors.New("XML: a body has one root")
			}
			return top, nil
		case xml.StartElement:
			if len(open) > deepest {
				return nil, errDeep
			}
			n := &Node{Name: t.Name.Local}
			for _, a := range t.Attr {
				if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" {
					continue
				}
				n.Nodes = append(n.Nodes, &Node{Name: "@" + a.Name.Local, Text: a.Value})
			}
			top.Nodes = append(top.Nodes, n)
			open = append(open, n)
		case xml.EndElement:
			if len(top.Nodes) > 0 && strings.TrimSpace(top.Text) == "" {
				top.Text = "" // what indents the fields
			}
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 1 {
				top.Text += string(t)
			} else if len(bytes.TrimSpace(t)) > 0 {
				return nil, errors.New("XML: text outside of the root") // a raw request, say
			}
		case xml.Directive:
			return nil, errors.New("XML: no callback has a document type")
		}
	}
}

func parseJSON(body []byte) (*Node, error) {
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber() // a number keeps its digits
	n := &Node{}
	if err := addJSON(dec, n, "", 0); err != nil {
		return nil, fmt.Errorf("JSON: %w", err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("JSON: something follows the body")
	}
	if len(n.Nodes) == 1 && body[bytes.IndexAny(body, "{[")] == '{' {
		n = n.Nodes[0]
	}
	return n, nil
}

// addJSON reads a value and adds it to a node under a name.
func addJSON(dec *json.Decoder, to *Node, name string, depth int) error {
	token, err := dec.Token()
	if err != nil {
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return err
	}
	if depth > deepest {
		return errDeep
	}
	n := &Node{Name: name}
	switch t := token.(type) {
	case json.Delim:
		if t == '[' {
			for dec.More() {
				if err := addJSON(dec, to, name, depth+1); err != nil {
					return err
				}
			}
			_, err = dec.Token()
			return err
		}
		if err := addMembers(dec, n, depth); err != nil {
			return err
		}
	case string:
		n.Text = t
	case json.Number:
		n.Text = t.String()
	case bool:
		n.Text = fmt.Sprint(t)
	}
	to.Nodes = append(to.Nodes, n)
	return nil
}

// addMembers reads the members of an object. Of a name that comes again, the last
// one counts.
func addMembers(dec *json.Decoder, to *Node, depth int) error {
	seen := map[string]bool{}
	for dec.More() {
		token, err := dec.Token()
		if err != nil {
			return err
		}
		name := token.(string) // a decoder allows no other
		if seen[name] {
			to.Nodes = without(to.Nodes, name)
		}
		seen[name] = true
		if err := addJSON(dec, to, name, depth+1); err != nil {
			return err
		}
	}
	_, err := dec.Token()
	return err
}

func without(nodes []*Node, name string) (rest []*Node) {
	for _, n := range nodes {
		if n.Name != name {
			rest = append(rest, n)
		}
	}
	return rest
}
