<?php
// Plays one scenario with php-amqplib: php_amqplib_scenarios.php URI SCENARIO; see ../README.md.

if (!@include_once 'PhpAmqpLib/autoload.php') {
    exit(77);
}

use PhpAmqpLib\Connection\AMQPStreamConnection;
use PhpAmqpLib\Exception\AMQPProtocolChannelException;
use PhpAmqpLib\Message\AMQPMessage;
use PhpAmqpLib\Wire\AMQPTable;

function ownQueue($channel)
{
    return $channel->queue_declare('', false, false, true, false)[0];
}

function ready($channel, $queue)
{
    return $channel->queue_declare($queue, true)[1];
}

function publish($channel, $exchange, $key, $body, $properties = [], $mandatory = false)
{
    $channel->basic_publish(new AMQPMessage($body, $properties), $exchange, $key, $mandatory);
    $channel->wait_for_pending_acks_returns(20);
}

/** Deliveries of a queue, one at a time. */
function consume($channel, $queue)
{
    $messages = [];
    $channel->basic_consume($queue, '', false, false, false, false, function ($message) use (&$messages) {
        $messages[] = $message;
    });
    return function () use ($channel, &$messages) {
        while (count($messages) === 0) {
            $channel->wait(null, false, 20);
        }
        return array_shift($messages);
    };
}

$scenarios = [
    'publish-and-consume' => function ($channel) {
        $queue = ownQueue($channel);
        for ($number = 0; $number < 10; $number++) {
            publish($channel, '', $queue, "message $number", ['delivery_mode' => 2], true);
        }
        $next = consume($channel, $queue);
        for ($number = 0; $number < 10; $number++) {
            $message = $next();
            $message->ack();
            echo $message->getBody(), "\n";
        }
        echo 'left: ', ready($channel, $queue), "\n";
    },
    'missing-exchange' => function ($channel) {
        try {
            publish($channel, 'missing', 'key', 'lost');
        } catch (AMQPProtocolChannelException $closed) {
            echo $closed->amqp_reply_code, ' ', $closed->amqp_reply_text, "\n";
        }
    },
    'unroutable' => function ($channel) {
        $channel->set_return_listener(function ($code, $text, $exchange, $key, $message) {
            echo "$code $text ", $message->getBody(), "\n";
        });
        publish($channel, 'amq.direct', 'nowhere', 'back', [], true);
    },
    'rpc' => function ($channel) {
        [$requests, $replies] = [ownQueue($channel), ownQueue($channel)];
        publish($channel, '', $requests, 'ping', ['reply_to' => $replies, 'correlation_id' => '42']);
        $request = $channel->basic_get($requests, true);
        $answer = ['correlation_id' => $request->get('correlation_id')];
        publish($channel, '', $request->get('reply_to'), 'pong for ' . $request->getBody(), $answer);
        $reply = consume($channel, $replies)();
        echo $reply->get('correlation_id'), ' ', $reply->getBody(), "\n";
    },
    'fanout' => function ($channel) {
        $queues = [ownQueue($channel), ownQueue($channel)];
        $exchange = "fanout.$queues[0]";
        $channel->exchange_declare($exchange, 'fanout', false, false, true);
        foreach ($queues as $queue) {
            $channel->queue_bind($queue, $exchange);
        }
        publish($channel, $exchange, '', 'news');
        foreach ($queues as $queue) {
            echo $channel->basic_get($queue, true)->getBody(), "\n";
        }
    },
    'topic' => function ($channel) {
        $queue = ownQueue($channel);
        $channel->queue_bind($queue, 'amq.topic', "$queue.*.error");
        foreach (['disk.error', 'disk.info', 'a.b.error'] as $key) {
            publish($channel, 'amq.topic', "$queue.$key", $key);
        }
        echo $channel->basic_get($queue, true)->getBody(), "\n";
        echo 'left: ', ready($channel, $queue), "\n";
    },
    'properties' => function ($channel) {
        $queue = ownQueue($channel);
        publish($channel, '', $queue, 'body', [
            'content_type' => 'text/plain', 'delivery_mode' => 2, 'priority' => 3, 'correlation_id' => 'c',
            'reply_to' => 'r', 'expiration' => '60000', 'message_id' => 'm', 'timestamp' => 1700000000, 'type' => 't',
            'app_id' => 'a',
            'application_headers' => new AMQPTable(
                ['text' => 'x', 'number' => 7, 'flag' => true, 'list' => [1, 2], 'table' => ['k' => 'v']]),
        ]);
        $got = $channel->basic_get($queue, true);
        $names = ['content_type', 'delivery_mode', 'priority', 'correlation_id', 'reply_to', 'expiration', 'message_id',
            'timestamp', 'type', 'app_id'];
        echo implode(' ', array_map(fn ($name) => $got->get($name), $names)), "\n";
        $headers = $got->get('application_headers')->getNativeData();
        echo "$headers[text] $headers[number] ", json_encode($headers['flag']), ' ', implode(',', $headers['list']), ' ',
            $headers['table']['k'], "\n";
    },
    'redelivery' => function ($channel) {
        $queue = ownQueue($channel);
        publish($channel, '', $queue, 'again');
        $message = $channel->basic_get($queue);
        echo $message->getBody(), ' ', json_encode((bool) $message->isRedelivered()), "\n";
        $message->nack(true);
        $message = $channel->basic_get($queue, true);
        echo $message->getBody(), ' ', json_encode((bool) $message->isRedelivered()), "\n";
    },
    'prefetch' => function ($channel) {
        $queue = ownQueue($channel);
        publish($channel, '', $queue, '1');
        publish($channel, '', $queue, '2');
        $channel->basic_qos(0, 1, false);
        $next = consume($channel, $queue);
        $message = $next();
        echo $message->getBody(), "\n";
        echo 'ready: ', ready($channel, $queue), "\n";
        $message->ack();
        echo $next()->getBody(), "\n";
    },
    'large-message' => function ($channel) {
        $queue = ownQueue($channel);
        $body = str_repeat(implode('', array_map('chr', range(0, 255))), 4096);
        publish($channel, '', $queue, $body);
        $got = $channel->basic_get($queue, true)->getBody();
        echo strlen($got), ' ', json_encode($got === $body), "\n";
    },
];

[, $uri, $scenario] = $argv;
$parts = parse_url($uri);
$connection = new AMQPStreamConnection(
    $parts['host'], $parts['port'], $parts['user'], $parts['pass'], urldecode(substr($parts['path'], 1)));
$channel = $connection->channel();
$channel->confirm_select();
$scenarios[$scenario]($channel);
$connection->close();
