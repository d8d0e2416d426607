<?php

/**
 * Reads callbacks of Tencent Cloud 数据万象 (CI). Needs PHP 8.1 or newer with its
 * extensions json and xmlreader.
 *
 * Callback::decode takes XML and JSON, one job or many, strings or numbers, with the
 * wrapper Response or without. receive.php has the HTTP side, work.php the work.
 */

declare(strict_types=1);

namespace Callback;

/** The body is not well-formed. */
final class BodyError extends \RuntimeException
{
}

/**
 * A field of a body: a text, or further fields. XML and JSON become the same nodes, in
 * the order of the body: an array of JSON is several nodes of one name, as in XML; an
 * attribute of XML is a node whose name begins with @. The text is what the body has, to
 * the character: "007", " " and 1e3 stay what they are.
 */
final class Node
{
    /** Levels of fields that a body may have. */
    private const DEEPEST = 200;

    public string $text = '';

    /** @var list<Node> */
    public array $nodes = [];

    public function __construct(public readonly string $name = '')
    {
    }

    /**
     * The nodes of a name: none, one or many.
     *
     * @return list<Node>
     */
    public function all(string $name): array
    {
        return array_values(array_filter($this->nodes, fn (Node $n) => $n->name === $name));
    }

    /** The first node that a path of names leads to, or null. */
    public function get(string ...$path): ?Node
    {
        $node = $this;
        foreach ($path as $name) {
            $next = null;
            foreach ($node->nodes as $inner) {
                if ($inner->name === $name) {
                    $next = $inner;
                    break;
                }
            }
            if ($next === null) {
                return null;
            }
            $node = $next;
        }
        return $node;
    }

    /** The text that a path of names leads to, '' if there is none. */
    public function value(string ...$path): string
    {
        return $this->get(...$path)?->text ?? '';
    }

    /** Reads the nodes of a body in XML or JSON. */
    public static function parse(string $body): self
    {
        $body = ltrim(preg_replace('/^\xEF\xBB\xBF/', '', $body), " \t\r\n");
        return match ($body[0] ?? '') {
            '<' => self::parseXml($body),
            '{', '[' => self::parseJson($body),
            default => throw new BodyError('the body is neither XML nor JSON'),
        };
    }

    private static function parseXml(string $body): self
    {
        $before = libxml_use_internal_errors(true);
        libxml_clear_errors();
        try {
            $reader = \XMLReader::XML($body, null, LIBXML_NONET | LIBXML_PARSEHUGE);
            $top = new self();
            $open = [$top];
            while ($reader->read()) {
                self::take($reader, $open);
            }
            $error = libxml_get_last_error();
            if ($error !== false && $error->level > LIBXML_ERR_WARNING || $top->nodes === []) {
                throw new BodyError('XML: ' . trim($error->message ?? 'there is no root'));
            }
            return $top;
        } finally {
            libxml_clear_errors();
            libxml_use_internal_errors($before);
        }
    }

    /** @param list<Node> $open the elements that are open, the document first */
    private static function take(\XMLReader $reader, array &$open): void
    {
        switch ($reader->nodeType) {
            case \XMLReader::ELEMENT:
                if (count($open) > self::DEEPEST) {
                    throw new BodyError('fields are nested too deep');
                }
                $node = $open[count($open) - 1]->nodes[] = new self($reader->localName);
                $empty = $reader->isEmptyElement;
                while ($reader->moveToNextAttribute()) {
                    if (!str_starts_with($reader->name, 'xmlns')) {
                        $attribute = $node->nodes[] = new self('@' . $reader->localName);
                        $attribute->text = $reader->value;
                    }
                }
                if (!$empty) {
                    $open[] = $node;
                }
                break;
            case \XMLReader::TEXT:
            case \XMLReader::CDATA:
            case \XMLReader::WHITESPACE:
            case \XMLReader::SIGNIFICANT_WHITESPACE:
                $open[count($open) - 1]->text .= $reader->value;
                break;
            case \XMLReader::END_ELEMENT:
                $node = array_pop($open);
                if ($node->nodes !== [] && trim($node->text, " \t\r\n") === '') {
                    $node->text = ''; // what indents the fields
                }
                break;
            case \XMLReader::DOC_TYPE:
                throw new BodyError('XML: no callback has a document type');
        }
    }

    private static function parseJson(string $body): self
    {
        // Half of a character, which json_decode refuses, becomes U+FFFD.
        $halves = '/\\\\(?:u[dD][89abAB]..\\\\u[dD][c-fC-F]..|(u[dD][89a-fA-F]..)|.)/s';
        $body = preg_replace_callback($halves, fn (array $m) => isset($m[1]) ? '\ufffd' : $m[0], $body);
        try {
            json_decode($body, false, 2 * self::DEEPEST, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
            // Numbers become floats; as strings they keep their digits.
            $strings = preg_replace_callback(
                '/"[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*+"|-?[0-9][0-9.eE+-]*+/s',
                fn (array $m) => $m[0][0] === '"' ? $m[0] : '"' . $m[0] . '"',
                $body,
            );
            $value = json_decode($strings, false, 2 * self::DEEPEST, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
        } catch (\JsonException $error) {
            throw new BodyError('JSON: ' . $error->getMessage(), 0, $error);
        }
        $top = new self();
        $value instanceof \stdClass ? $top->addMembers($value, 0) : $top->add('', $value, 0);
        return $top;
    }

    private function addMembers(\stdClass $members, int $depth): void
    {
        foreach (get_object_vars($members) as $name => $value) {
            $this->add((string) $name, $value, $depth + 1);
        }
    }

    private function add(string $name, mixed $value, int $depth): void
    {
        if ($depth > self::DEEPEST) {
            throw new BodyError('fields are nested too deep');
        }
        if (is_array($value)) {
            foreach ($value as $item) {
                $this->add($name, $item, $depth + 1);
            }
            return;
        }
        $node = $this->nodes[] = new self($name);
        if ($value instanceof \stdClass) {
            $node->addMembers($value, $depth);
        } elseif (is_bool($value)) {
            $node->text = $value ? 'true' : 'false';
        } else {
            $node->text = (string) $value;
        }
    }
}

/** A word of a segmentation; offset and length are null where the body has none. */
final class Token
{
    public function __construct(
        public readonly string $word,
        public readonly string $pos,
        public readonly ?int $offset,
        public readonly ?int $length,
    ) {
    }
}

/** One result of the categorisation. */
final class Label
{
    public function __construct(public readonly string $category, public readonly string $word)
    {
    }
}

/** One entry of JobsDetail. */
final class Job
{
    public string $id = '';
    public string $tag = '';
    public string $state = '';
    public string $code = '';
    public string $message = '';
    public string $queueId = '';
    public string $userData = '';
    /** Null where the service has not set it, as the two below. */
    public ?\DateTimeImmutable $created = null;
    public ?\DateTimeImmutable $started = null;
    public ?\DateTimeImmutable $ended = null;
    public string $bucket = '';
    public string $region = '';
    public string $object = '';
    /** The run of a workflow that started the job. */
    public string $runId = '';
    public string $workflowId = '';
    public string $workflowName = '';
    /** @var list<Label> */
    public array $labels = [];
    /** @var list<Token> */
    public array $tokens = [];
    /** The verdict of a content review. */
    public string $result = '';

    /** @param Node $node the whole job, with all that this class has no field for */
    private function __construct(public readonly Node $node)
    {
    }

    public static function of(Node $n, Node $around): self
    {
        $job = new self($n);
        $operation = $n->get('Operation') ?? new Node();
        // A speech synthesis that a workflow started has its input inside, a review has none.
        $input = $n->get('Input') ?? $operation->get('Input') ?? $n;
        $flow = $n->get('Workflow') ?? $around->get('Workflow') ?? new Node();
        $words = $operation->get('WordsGeneralizeResult')
            ?? $operation->get('SpeechRecognitionResult', 'WordsGeneralizeResult') ?? new Node();
        $job->id = $n->value('JobId');
        $job->tag = $n->value('Tag');
        $job->state = $n->value('State');
        $job->code = $n->value('Code');
        $job->message = $n->value('Message');
        $job->queueId = $n->value('QueueId');
        $job->userData = $operation->value('UserData');
        $job->created = Callback::time($n->value('CreationTime'));
        $job->started = Callback::time($n->value('StartTime'));
        $job->ended = Callback::time($n->value('EndTime'));
        $job->bucket = $input->value('BucketId');
        $job->region = $input->value('Region');
        $job->object = $input->value('Object');
        $job->runId = $flow->value('RunId');
        $job->workflowId = $flow->value('WorkflowId');
        $job->workflowName = $flow->value('WorkflowName');
        $job->result = $n->get('Result')?->text ?? $n->value('Suggestion');
        foreach ($words->all('WordsGeneralizeLable') as $l) { // as the service spells it
            $job->labels[] = new Label($l->value('Category'), $l->value('Word'));
        }
        foreach ($words->all('WordsGeneralizeToken') as $t) {
            $job->tokens[] = new Token(
                $t->value('Word'),
                $t->value('Pos'),
                self::number($t->value('Offset')),
                self::number($t->value('Length')),
            );
        }
        return $job;
    }

    /** The Simple form of a content review. */
    public static function ofReview(Node $n): self
    {
        $job = new self($n);
        $job->id = $n->value('data', 'trace_id');
        $job->code = $n->value('code');
        $job->message = $n->value('message');
        $job->object = $n->value('data', 'url');
        $job->result = $n->value('data', 'result');
        return $job;
    }

    /**
     * How the job ended: Success, Failed, Running, Submitted, Pause or Cancel, '' where
     * the body does not say. State counts, and Code where there is no State. Message is
     * never asked. Of a content review Success means that it ran: the verdict is another
     * question.
     */
    public function outcome(): string
    {
        $state = strtolower($this->state);
        if ($state === 'auditing') {
            return 'Running';
        }
        if (self::isSet($state)) {
            $known = ['Success', 'Failed', 'Running', 'Submitted', 'Pause', 'Cancel'];
            $at = array_search($state, array_map('strtolower', $known), true);
            return $at === false ? '' : $known[$at];
        }
        if ($this->code === 'Success' || $this->code === '0') {
            return 'Success';
        }
        return self::isSet($this->code) ? 'Failed' : '';
    }

    /** What a content review found: Normal, Violation or Suspected, '' for others. */
    public function verdict(): string
    {
        $verdicts = ['0' => 'Normal', '1' => 'Violation', '2' => 'Suspected'];
        return $this->outcome() === 'Success' ? $verdicts[$this->result] ?? '' : '';
    }

    /** Whether a value says something: '-' stands for "not yet". */
    private static function isSet(string $value): bool
    {
        return $value !== '' && $value !== '-';
    }

    private static function number(string $text): ?int
    {
        return preg_match('/^[+-]?[0-9]{1,18}$/D', $text) ? (int) $text : null;
    }
}

/** A workflow that ended. Its tasks are in node. */
final class Run
{
    public readonly string $id;
    public readonly string $workflowId;
    public readonly string $state;
    public readonly ?\DateTimeImmutable $created;
    public readonly ?\DateTimeImmutable $ended;

    public function __construct(public readonly Node $node)
    {
        $this->id = $node->value('RunId');
        $this->workflowId = $node->value('WorkflowId');
        $this->state = $node->value('State');
        $this->created = Callback::time($node->value('CreateTime'));
        $this->ended = Callback::time($node->value('EndTime'));
    }
}

/** One body. */
final class Callback
{
    /** TaskFinish, WorkflowFinish, ReviewText … or '' where the body does not say. */
    public string $event = '';

    /** @var list<Job> */
    public array $jobs = [];

    /** Of a WorkflowFinish. */
    public ?Run $run = null;

    /** @param Node $node the whole body, with all that the model has no field for */
    private function __construct(public readonly Node $node)
    {
    }

    /** Reads a body. A BodyError means that it is not well-formed; no jobs are no error. */
    public static function decode(string $body): self
    {
        $callback = new self(Node::parse($body));
        $callback->find($callback->node, 0);
        return $callback;
    }

    /** Looks for jobs: in JobsDetail, wherever that stands, or as the body itself. */
    private function find(Node $n, int $depth): void
    {
        $levels = 3; // of wrappers
        $jobs = $n->all('JobsDetail');
        $run = $n->get('WorkflowExecution');
        $this->event = $n->get('EventName')?->text ?? $this->event;
        if ($jobs !== [] || $run !== null) {
            foreach ($jobs as $job) {
                $this->jobs[] = Job::of($job, $n);
            }
            $this->run = $run === null ? $this->run : new Run($run);
        } elseif (self::isReview($n)) {
            $this->event = $n->value('data', 'event');
            $this->jobs[] = Job::ofReview($n);
        } elseif ($n->get('JobId') !== null) {
            $this->jobs[] = Job::of($n, new Node());
        } elseif ($depth < $levels) {
            foreach ($n->nodes as $inner) {
                $this->find($inner, $depth + 1);
            }
        }
    }

    private static function isReview(Node $n): bool
    {
        return $n->get('code') !== null && ($n->get('data', 'event') ?? $n->get('data', 'trace_id') ?? $n->get('data', 'url')) !== null;
    }

    /**
     * Reads a time in any form that the service writes: 2022-07-25T16:35:39+0800 of jobs,
     * 2022-08-09 14:54:17+0800 of workflows, 2021-08-10T21:01:10+08:00 of reviews. Null for
     * '-', for nothing, and for what is no time.
     */
    public static function time(string $text): ?\DateTimeImmutable
    {
        $at = \DateTimeImmutable::createFromFormat('!Y-m-d\TH:i:sP', preg_replace('/ /', 'T', $text, 1));
        return $at === false || \DateTimeImmutable::getLastErrors() !== false ? null : $at;
    }
}
