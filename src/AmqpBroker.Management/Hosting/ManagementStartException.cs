namespace AmqpBroker.Management.Hosting;

/// <summary>The management API cannot start for a reason that whoever runs the broker can mend.</summary>
/// <param name="line">What is wrong and what to do about it, in one line, fit to be shown without a stack trace.</param>
/// <param name="cause">What was caught, if anything.</param>
public sealed class ManagementStartException(string line, Exception? cause = null) : Exception(line, cause);
