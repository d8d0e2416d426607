package callback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A field of a body: a text, or further fields. XML and JSON become the same nodes, in the
 * order of the body: an array of JSON is several nodes of one name, as in XML; an attribute of
 * XML is a node whose name begins with @. The text is what the body has, to the character:
 * "007", " " and 1e3 stay what they are.
 */
public final class Node {
  /** Levels of fields that a body may have. */
  private static final int DEEPEST = 200;

  private static final JsonFactory JSON = new JsonFactory();

  public final String name;
  public String text = "";
  public final List<Node> nodes = new ArrayList<>();

  Node(String name) {
    this.name = name;
  }

  /** The nodes of a name: none, one or many. */
  public List<Node> all(String name) {
    return nodes.stream().filter(node -> node.name.equals(name)).toList();
  }

  /** The first node that a path of names leads to, or null. */
  public Node get(String... path) {
    Node node = this;
    for (String step : path) {
      Node next = null;
      for (int i = 0; next == null && i < node.nodes.size(); i++) {
        next = node.nodes.get(i).name.equals(step) ? node.nodes.get(i) : null;
      }
      if (next == null) {
        return null;
      }
      node = next;
    }
    return node;
  }

  /** The text that a path of names leads to, "" if there is none. */
  public String value(String... path) {
    Node node = get(path);
    return node == null ? "" : node.text;
  }

  /** Reads a body in XML or JSON; what is not well-formed is an IOException. */
  public static Node parse(byte[] body) throws IOException {
    int from = body.length > 2 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF ? 3 : 0;
    while (from < body.length && (body[from] == ' ' || body[from] == '\t' || body[from] == '\r' || body[from] == '\n')) {
      from++;
    }
    switch (from < body.length ? body[from] : 0) {
      case '<':
        return parseXml(body, from);
      case '{', '[':
        return parseJson(body, from);
      default:
        throw new IOException("the body is neither XML nor JSON");
    }
  }

  private static Node parseXml(byte[] body, int from) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    Node top = new Node("");
    Deque<Node> open = new ArrayDeque<>();
    open.push(top);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body, from, body.length - from));
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> open.push(start(reader, open));
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
            if (open.size() > 1) {
              open.peek().pieces.append(reader.getText());
            }
          }
          case XMLStreamConstants.END_ELEMENT -> open.pop().end();
          case XMLStreamConstants.DTD -> throw new IOException("XML: no callback has a document type");
          default -> { }
        }
      }
    } catch (XMLStreamException error) {
      throw new IOException("XML: " + error.getMessage(), error);
    }
    return top;
  }

  private StringBuilder pieces;

  private static Node start(XMLStreamReader reader, Deque<Node> open) throws IOException {
    if (open.size() > DEEPEST) {
      throw new IOException("fields are nested too deep");
    }
    Node node = new Node(local(reader.getLocalName()));
    node.pieces = new StringBuilder();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (!reader.getAttributeLocalName(i).startsWith("xmlns")) {
        Node attribute = new Node("@" + local(reader.getAttributeLocalName(i)));
        attribute.text = reader.getAttributeValue(i);
        node.nodes.add(attribute);
      }
    }
    open.peek().nodes.add(node);
    return node;
  }

  private void end() {
    if (nodes.isEmpty() || !pieces.toString().isBlank()) { // else it indents the fields
      text = pieces.toString();
    }
    pieces = null;
  }

  private static String local(String name) {
    return name.substring(name.lastIndexOf(':') + 1);
  }

  private static Node parseJson(byte[] body, int from) throws IOException {
    Node top = new Node("");
    try (JsonParser parser = JSON.createParser(body, from, body.length - from)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        top.members(parser, 0);
      } else {
        top.add(parser, "", 0);
      }
      if (parser.nextToken() != null) {
        throw new IOException("JSON: something follows the body");
      }
    }
    return top;
  }

  private void members(JsonParser parser, int depth) throws IOException {
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String member = parser.currentName();
      if (!seen.add(member)) { // of a name that comes again, the last one counts
        nodes.removeIf(node -> node.name.equals(member));
      }
      parser.nextToken();
      add(parser, member, depth + 1);
    }
  }

  private void add(JsonParser parser, String name, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("fields are nested too deep");
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        add(parser, name, depth + 1);
      }
      return;
    }
    Node node = new Node(name);
    nodes.add(node);
    switch (parser.currentToken()) {
      case START_OBJECT -> node.members(parser, depth);
      case VALUE_NULL -> { }
      default -> node.text = parser.getText(); // a number as its digits
    }
  }
}
