# Plays one scenario with Bunny: bunny_scenarios.rb URI SCENARIO; see ../README.md.

begin
  require 'bunny'
rescue LoadError
  exit 77
end

def publish(exchange, body, **options)
  exchange.publish(body, **options)
  exchange.channel.wait_for_confirms
end

# Deliveries of a queue, one at a time.
def consume(queue)
  messages = Thread::Queue.new
  queue.subscribe(manual_ack: true) { |*message| messages << message }
  -> { messages.pop }
end

SCENARIOS = {
  'publish-and-consume' => lambda do |channel|
    queue = channel.queue('', exclusive: true)
    10.times { |number| publish(channel.default_exchange, "message #{number}", routing_key: queue.name, persistent: true, mandatory: true) }
    following = consume(queue)
    10.times do
      delivery, _, body = following.call
      channel.ack(delivery.delivery_tag)
      puts body
    end
    puts "left: #{queue.message_count}"
  end,

  'missing-exchange' => lambda do |channel|
    # Bunny tells of an unanswered publish with some later answer: a declaration is answered at once.
    channel.exchange_declare('missing', 'direct', passive: true)
  rescue Bunny::NotFound => e
    puts "#{e.channel_close.reply_code} #{e.channel_close.reply_text}"
  end,

  'unroutable' => lambda do |channel|
    returned = Thread::Queue.new
    exchange = channel.direct('amq.direct', durable: true)
    exchange.on_return { |info, _, body| returned << "#{info.reply_code} #{info.reply_text} #{body}" }
    publish(exchange, 'back', routing_key: 'nowhere', mandatory: true)
    puts returned.pop
  end,

  'rpc' => lambda do |channel|
    requests = channel.queue('', exclusive: true)
    replies = channel.queue('', exclusive: true)
    publish(channel.default_exchange, 'ping', routing_key: requests.name, reply_to: replies.name, correlation_id: '42')
    _, request, body = requests.pop
    publish(channel.default_exchange, "pong for #{body}", routing_key: request.reply_to, correlation_id: request.correlation_id)
    _, reply, body = consume(replies).call
    puts "#{reply.correlation_id} #{body}"
  end,

  'fanout' => lambda do |channel|
    queues = Array.new(2) { channel.queue('', exclusive: true) }
    exchange = channel.fanout("fanout.#{queues[0].name}", auto_delete: true)
    queues.each { |queue| queue.bind(exchange) }
    publish(exchange, 'news')
    queues.each { |queue| puts queue.pop[2] }
  end,

  'topic' => lambda do |channel|
    queue = channel.queue('', exclusive: true)
    exchange = channel.topic('amq.topic', durable: true)
    queue.bind(exchange, routing_key: "#{queue.name}.*.error")
    %w[disk.error disk.info a.b.error].each { |key| publish(exchange, key, routing_key: "#{queue.name}.#{key}") }
    puts queue.pop[2]
    puts "left: #{queue.message_count}"
  end,

  'properties' => lambda do |channel|
    queue = channel.queue('', exclusive: true)
    publish(channel.default_exchange, 'body',
            routing_key: queue.name, content_type: 'text/plain', persistent: true, priority: 3, correlation_id: 'c',
            reply_to: 'r', expiration: '60000', message_id: 'm', timestamp: 1_700_000_000, type: 't', app_id: 'a',
            headers: { 'text' => 'x', 'number' => 7, 'flag' => true, 'list' => [1, 2], 'table' => { 'k' => 'v' } })
    _, got, = queue.pop
    puts [got.content_type, got.delivery_mode, got.priority, got.correlation_id, got.reply_to, got.expiration,
          got.message_id, got.timestamp.to_i, got.type, got.app_id].join(' ')
    headers = got.headers
    puts [headers['text'], headers['number'], headers['flag'], headers['list'].join(','), headers['table']['k']].join(' ')
  end,

  'redelivery' => lambda do |channel|
    queue = channel.queue('', exclusive: true)
    publish(channel.default_exchange, 'again', routing_key: queue.name)
    delivery, _, body = queue.pop(manual_ack: true)
    puts "#{body} #{delivery.redelivered?}"
    channel.nack(delivery.delivery_tag, false, true)
    delivery, _, body = queue.pop
    puts "#{body} #{delivery.redelivered?}"
  end,

  'prefetch' => lambda do |channel|
    queue = channel.queue('', exclusive: true)
    %w[1 2].each { |text| publish(channel.default_exchange, text, routing_key: queue.name) }
    channel.prefetch(1)
    following = consume(queue)
    delivery, _, body = following.call
    puts body
    puts "ready: #{queue.message_count}"
    channel.ack(delivery.delivery_tag)
    puts following.call[2]
  end,

  'large-message' => lambda do |channel|
    queue = channel.queue('', exclusive: true)
    body = (0..255).to_a.pack('C*') * 4096
    publish(channel.default_exchange, body, routing_key: queue.name)
    got = queue.pop[2].b
    puts "#{got.bytesize} #{got == body.b}"
  end
}.freeze

uri, scenario = ARGV
connection = Bunny.new(uri, automatically_recover: false, log_level: :fatal)
connection.start
channel = connection.create_channel
channel.confirm_select
SCENARIOS.fetch(scenario).call(channel)
connection.close
