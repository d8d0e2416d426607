<?php

/**
 * Handles what receive.php has kept, and each JobId once:
 *
 *     CALLBACK_FOLDER=/var/spool/callbacks php work.php
 *
 * Let it run again and again, from cron or a supervisor. What could not be read goes to
 * the folder failed. Where several machines work, put a unique key on the JobId where
 * handle writes.
 */

declare(strict_types=1);

namespace Callback;

require_once __DIR__ . '/callback.php';

/**
 * Handles the bodies in a folder, the oldest first.
 *
 * @param callable(Job): void $handle after an exception the body is handled again
 * @param callable(Run): void $handleRun
 * @param callable(string, \Throwable): void $failed is told of what could not be read or handled
 */
function work(string $folder, callable $handle, callable $handleRun, callable $failed): void
{
    $lock = fopen($folder . '/lock', 'c');
    if ($lock === false || !flock($lock, LOCK_EX | LOCK_NB)) {
        return; // another one works
    }
    foreach (['seen', 'failed'] as $inner) {
        is_dir("$folder/$inner") || mkdir("$folder/$inner");
    }
    foreach (glob("$folder/*.body") as $file) {
        $body = (string) file_get_contents($file);
        try {
            $callback = Callback::decode($body);
            if ($callback->run === null && $callback->jobs === []) {
                throw new BodyError('the body has no job');
            }
            foreach ($callback->jobs as $job) {
                once($folder, $job->id, fn () => $handle($job));
            }
            if ($callback->run !== null) {
                once($folder, $callback->run->id, fn () => $handleRun($callback->run));
            }
            unlink($file);
        } catch (BodyError $error) {
            $failed($body, $error);
            rename($file, "$folder/failed/" . basename($file));
        } catch (\Throwable $error) {
            $failed($body, $error); // the file stays, for the next time
        }
    }
}

/** Works, unless the ID was seen before. */
function once(string $folder, string $id, callable $work): void
{
    $seen = "$folder/seen/" . hash('sha256', $id);
    if ($id !== '' && file_exists($seen)) {
        return;
    }
    $work();
    if ($id !== '') {
        touch($seen); // find seen -mtime +30 -delete keeps the folder small
    }
}

if (realpath($_SERVER['SCRIPT_FILENAME'] ?? '') === __FILE__) {
    work(
        (string) getenv('CALLBACK_FOLDER'),
        fn (Job $job) => print("{$job->id} {$job->outcome()} " . count($job->tokens) . " words\n"),
        fn (Run $run) => print("{$run->id} {$run->state}\n"),
        fn (string $body, \Throwable $error) => fwrite(STDERR, $error->getMessage() . "\n"),
    );
}
