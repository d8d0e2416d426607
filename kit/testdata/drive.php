<?php

/** Lets the tests of the kit see what the code in PHP does. */

declare(strict_types=1);

namespace Callback;

require_once __DIR__ . '/../php/work.php';

function read(string $path): array
{
    try {
        $c = Callback::decode((string) file_get_contents($path));
    } catch (BodyError) {
        return ['refused' => true];
    }
    $leaves = [];
    $walk = function (string $at, Node $node) use (&$walk, &$leaves, $c): void {
        if ($node->text !== '' || $node->nodes === []) {
            $leaves[] = [$at, $node->text];
        }
        foreach ($node->nodes as $n) {
            $walk($node === $c->node && $n->name === '' ? $at : "$at/$n->name", $n);
        }
    };
    $walk('', $c->node);
    return [
        'event' => $c->event,
        'jobs' => array_map(fn (Job $j) => [
            'id' => $j->id, 'tag' => $j->tag, 'state' => $j->state, 'code' => $j->code,
            'outcome' => $j->outcome(), 'verdict' => $j->verdict(),
            'times' => array_map(fn ($at) => $at?->getTimestamp() ?? 0, [$j->created, $j->started, $j->ended]),
            'input' => [$j->bucket, $j->region, $j->object], 'data' => $j->userData, 'run' => $j->runId,
            'labels' => array_map(fn (Label $l) => [$l->category, $l->word], $j->labels),
            'tokens' => array_map(fn (Token $t) => [
                'word' => $t->word, 'pos' => $t->pos, 'offset' => $t->offset ?? -1, 'length' => $t->length ?? -1,
            ], $j->tokens),
        ], $c->jobs),
        'run' => $c->run === null ? [] : [$c->run->id, $c->run->workflowId, $c->run->state],
        'leaves' => $leaves,
    ];
}

if ($argv[1] === 'decode') {
    while (($line = fgets(STDIN)) !== false) {
        echo json_encode(read(rtrim($line, "\n")), JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE), "\n";
    }
    exit;
}

// The server keeps what comes, until the first turn is given; then the work begins.
$folder = sys_get_temp_dir() . '/kit-php-' . getmypid();
mkdir($folder);
$free = stream_socket_server('tcp://127.0.0.1:0');
$port = (int) substr(strrchr(stream_socket_get_name($free, false), ':'), 1);
fclose($free);
$server = proc_open(
    [PHP_BINARY, '-S', "127.0.0.1:$port", __DIR__ . '/../php/receive.php'],
    [1 => ['file', '/dev/null', 'w'], 2 => ['file', '/dev/null', 'w']],
    $pipes,
    null,
    ['CALLBACK_SECRET' => 'secret', 'CALLBACK_FOLDER' => $folder, 'PATH' => (string) getenv('PATH')],
);
while (!($up = @fsockopen('127.0.0.1', $port))) {
    usleep(20_000);
}
fclose($up);
echo $port, "\n";
fgets(STDIN);
proc_terminate($server);
work(
    $folder,
    fn (Job $job) => print("job {$job->id} {$job->outcome()}\n"),
    fn (Run $run) => print("run {$run->id} {$run->state}\n"),
    fn () => print("failed\n"),
);
array_map('unlink', array_merge(glob("$folder/*/*"), array_filter(glob("$folder/*"), 'is_file')));
array_map('rmdir', array_merge(glob("$folder/*"), [$folder]));
