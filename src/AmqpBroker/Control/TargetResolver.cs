using AmqpBroker.Configuration.RabbitMq;
using AmqpBroker.Control.Api;

namespace AmqpBroker.Control;

/// <summary>Finds out which broker to ask and as whom: from the command line, the environment, a file, or by default.</summary>
/// <param name="environment">Asks for a variable of the environment.</param>
/// <param name="readPassword">Asks whoever sits there; null when nobody does.</param>
internal sealed class TargetResolver(Func<string, string?> environment, Func<string, string>? readPassword)
{
    public const string UrlVariable = "AMQPBROKER_CTL_URL";
    public const string UserVariable = "AMQPBROKER_CTL_USER";
    public const string PasswordVariable = "AMQPBROKER_CTL_PASSWORD";
    public const string AuthorityVariable = "AMQPBROKER_CTL_CACERT";

    private const string DefaultUrl = "http://localhost:15672";
    private const string DefaultUser = "guest";

    private static readonly string[] Keys = ["url", "user", "password", "cacert"];

    /// <exception cref="CtlException">Something of it is wrong or missing.</exception>
    public ApiTarget Resolve(GivenTarget given)
    {
        var file = ReadFile(given.ConfigFile);
        var url = ReadUrl(given.Url ?? environment(UrlVariable) ?? file.GetValueOrDefault("url") ?? DefaultUrl, out var urlUser, out var urlPassword);
        var user = given.User ?? urlUser ?? environment(UserVariable) ?? file.GetValueOrDefault("user") ?? DefaultUser;
        var password = given.Password
            ?? (given.PasswordFile is { } path ? ReadPasswordFile(path) : null)
            ?? urlPassword
            ?? environment(PasswordVariable)
            ?? file.GetValueOrDefault("password")
            ?? (user == DefaultUser ? DefaultUser : Ask(user));
        return new(url, user, password, given.Authority ?? environment(AuthorityVariable) ?? file.GetValueOrDefault("cacert"), given.Timeout);
    }

    private string Ask(string user) => readPassword?.Invoke($"Password of {user}: ")
        ?? throw new CtlException(CtlExitCode.Configuration, $"no password for {user}: set {PasswordVariable}, or name a file with --password-file");

    private static Uri ReadUrl(string text, out string? user, out string? password)
    {
        user = null;
        password = null;
        var full = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        if (!Uri.TryCreate(full, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query.Length > 0)
        {
            throw new CtlException(CtlExitCode.Configuration, $"'{text}' is not the URL of a management API, such as {DefaultUrl}");
        }

        if (url.UserInfo.Length > 0)
        {
            var parts = url.UserInfo.Split(':', 2);
            user = Uri.UnescapeDataString(parts[0]);
            password = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : null;
            url = new UriBuilder(url) { UserName = string.Empty, Password = string.Empty }.Uri;
        }

        return url;
    }

    private static string ReadPasswordFile(string path)
    {
        try
        {
            using var reader = path == "-" ? Console.In : new StreamReader(path);
            return reader.ReadLine() ?? throw new CtlException(CtlExitCode.Configuration, $"--password-file {path} is empty");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CtlException(CtlExitCode.Configuration, $"cannot read --password-file {path}: {exception.Message}", exception);
        }
    }

    private Dictionary<string, string> ReadFile(string? named)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        var path = named ?? DefaultFile();
        if (named is null && !File.Exists(path))
        {
            return values;
        }

        List<string> mistakes = [];
        try
        {
            foreach (var entry in ConfParser.Parse(path, File.ReadAllText(path), mistakes))
            {
                if (Keys.Contains(entry.Key, StringComparer.Ordinal))
                {
                    values[entry.Key] = entry.Value;
                }
                else
                {
                    mistakes.Add($"{entry.Place}: unknown key {entry.Key}; there is {string.Join(", ", Keys)}");
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CtlException(CtlExitCode.Configuration, $"cannot read --config-file {path}: {exception.Message}", exception);
        }

        return mistakes.Count == 0 ? values : throw new CtlException(CtlExitCode.Configuration, mistakes[0]);
    }

    private string DefaultFile()
    {
        var directory = environment("XDG_CONFIG_HOME") is { Length: > 0 } configured
            ? configured
            : Path.Combine(environment("HOME") ?? string.Empty, ".config");
        return Path.Combine(directory, "amqpbroker", "ctl.conf");
    }
}
