namespace AmqpBroker.Control;

/// <summary>The exit codes of <c>ctl</c>: those of <c>sysexits.h</c>, used as RabbitMQ's tools use them.</summary>
internal static class CtlExitCode
{
    public const int Success = 0;

    /// <summary>A wrong command line, or a queue to delete that is not there.</summary>
    public const int Usage = 64;

    /// <summary>What was given is no good: a password that does not fit, a file that is not there, a virtual host to delete that is not there.</summary>
    public const int DataError = 65;

    /// <summary>There is no such user.</summary>
    public const int NoUser = 67;

    /// <summary>The broker cannot be reached or refuses, or a health check failed.</summary>
    public const int Unavailable = 69;

    /// <summary>The broker failed, or what is to be made exists.</summary>
    public const int Software = 70;

    /// <summary>A file cannot be written.</summary>
    public const int CannotCreate = 73;

    /// <summary>The broker did not answer in time.</summary>
    public const int Timeout = 75;

    /// <summary>The login was refused, or does not suffice.</summary>
    public const int NoPermission = 77;

    /// <summary>The tool's own settings are wrong.</summary>
    public const int Configuration = 78;
}
