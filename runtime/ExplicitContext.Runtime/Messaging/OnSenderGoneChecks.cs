namespace ExplicitContext.Runtime;

internal static class OnSenderGoneChecks
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such rule.</exception>
    public static OnSenderGone Checked(this OnSenderGone rule) =>
        rule is >= OnSenderGone.Placeholder and <= OnSenderGone.Remove
            ? rule
            : throw new ArgumentOutOfRangeException("onSenderGone", rule, "The rule for a sender that is gone is Placeholder, Throw or Remove.");
}
