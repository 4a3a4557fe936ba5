namespace AmqpBroker.Management.Api;

/// <summary>What can be wrong with a request, in RabbitMQ's words.</summary>
internal static class ApiErrors
{
    private const string BadRequestError = "bad_request";
    // Where RabbitMQ breaks the lines of a term.
    private const int LineWidth = 80;

    private const string NotAuthorised = "not_authorised";

    /// <summary>No such path or object.</summary>
    public static ApiException NotFound() => new(404, "Object Not Found", "Not Found");

    /// <summary>No such object, said of one that a change would have needed.</summary>
    public static ApiException NotFound(string reason) => new(404, "not_found", reason);

    public static ApiException BadRequest(string reason) => new(400, BadRequestError, reason);

    public static ApiException NotJson() => BadRequest("not_json");

    public static ApiException NotBoolean(object value) => new(400, BadRequestError, "not_boolean", value);

    public static ApiException NotInteger(object value) => new(400, BadRequestError, "not_int", value);

    /// <summary>A word that is not one of those known, and the like: <c>["unknown","x"]</c>.</summary>
    public static ApiException BadTerm(string name, object value) => new(400, BadRequestError, name, value);

    /// <summary>Keys that must be there are not.</summary>
    public static ApiException KeysMissing(IEnumerable<string> keys)
    {
        var terms = keys.Select(static key => $"{{key_missing,{key}}}").ToArray();
        var inOneLine = $"[{string.Join(',', terms)}]";
        return BadRequest(inOneLine.Length <= LineWidth ? inOneLine : $"[{string.Join(",\n ", terms)}]");
    }

    public static ApiException BodyTooLarge() => BadRequest("Exceeded HTTP request body size limit");

    /// <summary>A right is missing.</summary>
    public static ApiException Refused(string reason) => new(401, NotAuthorised, reason);

    /// <summary>The permissions of AMQP do not allow it, or it is never allowed.</summary>
    public static ApiException AccessRefused() => Refused("Access refused.");

    public static ApiException VirtualHostRefused() => Refused("User not authorised to access virtual host");

    public static ApiException NotForThisUser() => Refused("User not authorised to access object");

    /// <summary>Nobody knows such a user, or not with that password.</summary>
    public static ApiException LoginFailed() => new(401, "not_authorized", "Login failed") { AsksForLogin = true };

    public static ApiException LoginNeeded() => new(401, string.Empty, string.Empty) { AsksForLogin = true };
}
