<?php

/**
 * Receives callbacks over HTTP: it keeps the bytes in a folder and answers. work.php does
 * the work, as nobody documents how long the service waits for an answer.
 *
 * Two variables of the environment are needed: CALLBACK_SECRET, what the address ends with
 * (nothing is signed, so who knows it may post), and CALLBACK_FOLDER, a folder that no
 * address leads to.
 */

declare(strict_types=1);

const LARGEST = 32 << 20; // bytes of a body: all words of a text come in one

/** Takes a request and returns the status of the answer. */
function receive(string $method, string $address, string $secret, string $folder): int
{
    if ($method !== 'POST') {
        header('Allow: POST');
        return 405;
    }
    if ($secret === '' || !hash_equals('/' . $secret, substr($address, -strlen($secret) - 1))) {
        return 404;
    }
    $body = file_get_contents('php://input', false, null, 0, LARGEST + 1);
    if ($body === false || strlen($body) > LARGEST) {
        return $body === false ? 400 : 413;
    }
    // The name is the order in which they came. work.php sees whole files alone.
    $name = sprintf('%s/%020d-%s', $folder, hrtime(true), bin2hex(random_bytes(4)));
    $kept = file_put_contents($name . '.part', $body) === strlen($body) && rename($name . '.part', $name . '.body');
    return $kept ? 200 : 503;
}

http_response_code(receive(
    $_SERVER['REQUEST_METHOD'] ?? '',
    $_SERVER['REQUEST_URI'] ?? '',
    (string) getenv('CALLBACK_SECRET'),
    (string) getenv('CALLBACK_FOLDER'),
));
