namespace AmqpBroker.Server.Hosting;

/// <summary>The broker cannot start for a reason that whoever runs it can mend.</summary>
/// <param name="line">What is wrong and what to do about it, in one line, fit to be shown without a stack trace.</param>
/// <param name="cause">What was caught, if anything.</param>
public sealed class AmqpBrokerStartException(string line, Exception? cause = null) : Exception(line, cause);
