using System.Globalization;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>How the files of a log are called: <c>0000000012.wal</c>, and <c>spare-3.wal</c> for one that waits to be used.</summary>
internal static class WalFileName
{
    /// <summary>Directory, within the log's own, for copies of damaged bytes.</summary>
    public const string DamagedDirectory = "damaged";

    private const string Extension = ".wal";
    private const string SparePrefix = "spare-";

    public static string Of(long number) => string.Create(CultureInfo.InvariantCulture, $"{number:D10}{Extension}");

    public static string OfSpare(long number) => string.Create(CultureInfo.InvariantCulture, $"{SparePrefix}{number}{Extension}");

    public static string OfDamage(long number, long offset) => string.Create(CultureInfo.InvariantCulture, $"{number:D10}-{offset}.bin");

    public static bool TryParse(string name, out long number) => TryParse(name, string.Empty, out number) && name == Of(number);

    public static bool TryParseSpare(string name, out long number) => TryParse(name, SparePrefix, out number);

    private static bool TryParse(string name, string prefix, out long number)
    {
        number = 0;
        return name.StartsWith(prefix, StringComparison.Ordinal)
            && name.EndsWith(Extension, StringComparison.Ordinal)
            && name.Length > prefix.Length + Extension.Length
            && long.TryParse(name.AsSpan(prefix.Length, name.Length - prefix.Length - Extension.Length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
