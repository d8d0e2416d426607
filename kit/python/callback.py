"""Reads callbacks of Tencent Cloud 数据万象 (CI). Needs nothing but Python, 3.9 or newer.

decode() takes XML and JSON, one job or many, strings or numbers, with the wrapper
Response or without. receiver.py has the HTTP side.
"""

import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import List, Optional
from xml.parsers import expat

DEEPEST = 200  # levels of fields that a body may have


class BodyError(ValueError):
    """The body is not well-formed."""


@dataclass
class Node:
    """A field of a body: a text, or further fields.

    XML and JSON become the same nodes, in the order of the body: an array of JSON is
    several nodes of one name, as in XML; an attribute of XML is a node whose name begins
    with @. The text is what the body has, to the character: "007", " " and 1e3 stay.
    """

    name: str = ""
    text: str = ""
    nodes: List["Node"] = field(default_factory=list)

    def all(self, name):
        """The nodes of a name: none, one or many."""
        return [n for n in self.nodes if n.name == name]

    def get(self, *path) -> Optional["Node"]:
        """The first node that a path of names leads to, or None."""
        node = self
        for name in path:
            node = next((n for n in node.nodes if n.name == name), None)
            if node is None:
                return None
        return node

    def value(self, *path) -> str:
        """The text that a path of names leads to, "" if there is none."""
        node = self.get(*path)
        return "" if node is None else node.text


NOTHING = Node()


@dataclass
class Token:
    """A word of a segmentation."""

    word: str
    pos: str
    offset: Optional[int]  # None where the body has none
    length: Optional[int]


@dataclass
class Label:
    """One result of the categorisation."""

    category: str
    word: str


@dataclass
class Job:
    """One entry of JobsDetail."""

    node: Node  # the whole job, with all that this class has no field for
    id: str
    code: str
    message: str
    state: str = ""
    tag: str = ""
    queue_id: str = ""
    user_data: str = ""
    created: Optional[datetime] = None  # None where the service has not set it
    started: Optional[datetime] = None
    ended: Optional[datetime] = None
    bucket: str = ""
    region: str = ""
    object: str = ""
    run_id: str = ""  # of the workflow that started it
    workflow_id: str = ""
    workflow_name: str = ""
    labels: List[Label] = field(default_factory=list)
    tokens: List[Token] = field(default_factory=list)
    result: str = ""  # the verdict of a content review

    def outcome(self) -> str:
        """How the job ended: Success, Failed, Running, Submitted, Pause or Cancel, ""
        where the body does not say. State counts, and code where there is no state.
        The message is never asked. Of a content review Success means that it ran:
        the verdict is another question.
        """
        if self.state.lower() == "auditing":
            return "Running"
        if _set(self.state):
            known = ("Success", "Failed", "Running", "Submitted", "Pause", "Cancel")
            return next((k for k in known if k.lower() == self.state.lower()), "")
        if self.code in ("Success", "0"):
            return "Success"
        return "Failed" if _set(self.code) else ""

    def verdict(self) -> str:
        """What a content review found: Normal, Violation or Suspected, "" for others."""
        if self.outcome() != "Success":
            return ""
        return {"0": "Normal", "1": "Violation", "2": "Suspected"}.get(self.result, "")


@dataclass
class Run:
    """A workflow that ended. Its tasks are in node."""

    node: Node
    id: str
    workflow_id: str
    state: str
    created: Optional[datetime]
    ended: Optional[datetime]


@dataclass
class Callback:
    """One body."""

    node: Node  # the whole body, with all that these classes have no field for
    event: str = ""  # TaskFinish, WorkflowFinish, ReviewText … or ""
    jobs: List[Job] = field(default_factory=list)
    run: Optional[Run] = None  # of a WorkflowFinish


def decode(body: bytes) -> Callback:
    """Read a body. BodyError means that it is not well-formed; no jobs are no error."""
    callback = Callback(parse(body))
    _find(callback, callback.node, 0)
    return callback


def parse(body: bytes) -> Node:
    """Read the nodes of a body in XML or JSON."""
    body = body[3:] if body.startswith(b"\xef\xbb\xbf") else body
    start = body.lstrip(b" \t\r\n")[:1]
    if start == b"<":
        return _parse_xml(body)
    if start in (b"{", b"["):
        return _parse_json(body)
    raise BodyError("the body is neither XML nor JSON")


def _parse_xml(body):
    document = Node()
    open_nodes = [document]  # the elements that are open, the document first

    def start(name, attributes):
        if len(open_nodes) > DEEPEST:
            raise BodyError("fields are nested too deep")
        node = Node(_local(name))
        for key, value in attributes.items():
            if not key.startswith("xmlns"):
                node.nodes.append(Node("@" + _local(key), value))
        open_nodes[-1].nodes.append(node)
        open_nodes.append(node)
        texts.append([])

    def end(_name):
        node, text = open_nodes.pop(), "".join(texts.pop())
        if not node.nodes or text.strip(" \t\r\n"):  # else it indents the fields
            node.text = text

    def doctype(*_):
        raise BodyError("XML: no callback has a document type")

    texts = []
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = lambda text: texts[-1].append(text)
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(body.lstrip(b" \t\r\n"), True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise BodyError("XML: %s" % error) from error
    return document


def _local(name):
    return name.rpartition(":")[2]


class _Object(list):
    """The members of an object of JSON, in their order."""


def _parse_json(body):
    try:
        value = json.loads(
            body.decode("utf-8", "replace"),
            object_pairs_hook=_Object,
            parse_int=str,  # a number keeps its digits
            parse_float=str,
            parse_constant=_refuse,
        )
    except RecursionError as error:
        raise BodyError("fields are nested too deep") from error
    except ValueError as error:
        raise BodyError("JSON: %s" % error) from error
    document = Node()
    if isinstance(value, _Object):
        _add_members(document, value, 0)
    else:
        _add_json(document, "", value, 0)
    return document


def _refuse(constant):
    raise ValueError("%s is not JSON" % constant)


def _add_members(to, members, depth):
    # Of a name that comes again, the last one counts.
    last = {name: i for i, (name, _) in enumerate(members)}
    for i, (name, value) in enumerate(members):
        if last[name] == i:
            _add_json(to, name, value, depth + 1)


def _add_json(to, name, value, depth):
    if depth > DEEPEST:
        raise BodyError("fields are nested too deep")
    if isinstance(value, list) and not isinstance(value, _Object):
        for item in value:
            _add_json(to, name, item, depth + 1)
        return
    node = Node(name)
    if isinstance(value, _Object):
        _add_members(node, value, depth)
    elif isinstance(value, bool):
        node.text = "true" if value else "false"
    elif value is not None:
        node.text = value
    to.nodes.append(node)


def _find(callback, node, depth):
    """Look for jobs: in JobsDetail, wherever that stands, or as the body itself."""
    levels = 3  # of wrappers
    jobs, run, event = node.all("JobsDetail"), node.get("WorkflowExecution"), node.get("EventName")
    if event is not None:
        callback.event = event.text
    if jobs or run is not None:
        callback.jobs += [_job(job, node) for job in jobs]
        if run is not None:
            callback.run = _run(run)
    elif _is_review(node):
        callback.event = node.value("data", "event")
        callback.jobs.append(_review(node))
    elif node.get("JobId") is not None:
        callback.jobs.append(_job(node, NOTHING))
    elif depth < levels:
        for inner in node.nodes:
            _find(callback, inner, depth + 1)


def _job(node, around):
    operation = node.get("Operation") or NOTHING
    # A speech synthesis that a workflow started has its input inside, a review has none.
    given = node.get("Input") or operation.get("Input") or node
    flow = node.get("Workflow") or around.get("Workflow") or NOTHING
    words = (
        operation.get("WordsGeneralizeResult")
        or operation.get("SpeechRecognitionResult", "WordsGeneralizeResult")
        or NOTHING
    )
    return Job(
        node=node,
        id=node.value("JobId"),
        tag=node.value("Tag"),
        state=node.value("State"),
        code=node.value("Code"),
        message=node.value("Message"),
        queue_id=node.value("QueueId"),
        user_data=operation.value("UserData"),
        created=read_time(node.value("CreationTime")),
        started=read_time(node.value("StartTime")),
        ended=read_time(node.value("EndTime")),
        bucket=given.value("BucketId"),
        region=given.value("Region"),
        object=given.value("Object"),
        run_id=flow.value("RunId"),
        workflow_id=flow.value("WorkflowId"),
        workflow_name=flow.value("WorkflowName"),
        labels=[
            Label(n.value("Category"), n.value("Word"))
            for n in words.all("WordsGeneralizeLable")  # as the service spells it
        ],
        tokens=[
            Token(n.value("Word"), n.value("Pos"), _number(n.value("Offset")), _number(n.value("Length")))
            for n in words.all("WordsGeneralizeToken")
        ],
        result=node.value("Result") or node.value("Suggestion"),
    )


def _is_review(node):
    """Whether it is the Simple form of a content review."""
    data = node.get("data") or NOTHING
    return node.get("code") is not None and any(data.get(n) is not None for n in ("event", "trace_id", "url"))


def _review(node):
    data = node.get("data")
    return Job(
        node=node,
        id=data.value("trace_id"),
        code=node.value("code"),
        message=node.value("message"),
        object=data.value("url"),
        result=data.value("result"),
    )


def _run(node):
    return Run(
        node=node,
        id=node.value("RunId"),
        workflow_id=node.value("WorkflowId"),
        state=node.value("State"),
        created=read_time(node.value("CreateTime")),
        ended=read_time(node.value("EndTime")),
    )


def _set(value):
    """Whether a value says something: "-" stands for "not yet"."""
    return value not in ("", "-")


def read_time(text: str) -> Optional[datetime]:
    """Read a time in any form that the service writes: 2022-07-25T16:35:39+0800 of jobs,
    2022-08-09 14:54:17+0800 of workflows, 2021-08-10T21:01:10+08:00 of reviews. None
    for "-", for nothing, and for what is no time.
    """
    try:
        return datetime.strptime(text.replace(" ", "T", 1), "%Y-%m-%dT%H:%M:%S%z")
    except ValueError:
        return None


def _number(text):
    return int(text) if re.fullmatch("[+-]?[0-9]{1,18}", text) else None
