using System.Globalization;

namespace Benchmarks.Measuring;

/// <summary>A measured value, written in three digits and the prefix that suits it.</summary>
internal readonly record struct Figure(double Value, Unit Unit)
{
    public static Figure Time(double nanoseconds) => new(nanoseconds, Unit.Nanoseconds);

    public static Figure Time(TimeSpan time) => new(time.TotalNanoseconds, Unit.Nanoseconds);

    public static Figure Size(double bytes) => new(bytes, Unit.Bytes);

    public static Figure Rate(double perSecond) => new(perSecond, Unit.PerSecond);

    public static Figure Times(double factor) => new(factor, Unit.Times);

    public static Figure Count(double count) => new(count, Unit.Count);

    /// <summary>Such as "21.4 ns", "1.2 KiB", "5.31 M/s", "1.98x".</summary>
    public override string ToString() => Unit switch
    {
        Unit.Nanoseconds => Scale(1000, "ns", "µs", "ms", "s"),
        Unit.Bytes => Scale(1024, "B", "KiB", "MiB", "GiB"),
        Unit.PerSecond => Scale(1000, "/s", "k/s", "M/s", "G/s"),
        Unit.Times => Digits(Value) + "x",
        _ => Value.ToString("0.##", CultureInfo.InvariantCulture),
    };

    private string Scale(double step, params ReadOnlySpan<string> units)
    {
        var value = Value;
        var unit = 0;
        while (Math.Abs(value) >= step && unit < units.Length - 1)
        {
            value /= step;
            unit++;
        }

        return $"{Digits(value)} {units[unit]}";
    }

    private static string Digits(double value) =>
        value.ToString(Math.Abs(value) switch { >= 100 => "0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);
}
