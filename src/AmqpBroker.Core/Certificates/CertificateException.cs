namespace AmqpBroker.Core.Certificates;

/// <summary>A certificate cannot be used. The message is one line for an operator.</summary>
public sealed class CertificateException : Exception
{
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="cause">Why.</param>
    public CertificateException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
