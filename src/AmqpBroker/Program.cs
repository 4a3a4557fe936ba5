using AmqpBroker.Commands;

return await BrokerCommandLine.RunAsync(args);
