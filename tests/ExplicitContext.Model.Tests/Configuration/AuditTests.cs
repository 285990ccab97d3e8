using ExplicitContext.Model.Configuration;

namespace ExplicitContext.Model.Tests.Configuration;

public sealed class AuditTests
{
    private static readonly DateTime Today = new(2026, 6, 1);

    [Theory]
    [InlineData(null, "why", "2027-01-01", "lacks its owner.")]
    [InlineData("me", " ", "2027-01-01", "lacks its reason.")]
    [InlineData("me", "why", "", "lacks its date.")]
    [InlineData(null, null, null, "lacks its owner and its reason and its date.")]
    [InlineData("me", "why", "01.01.2027", "is not of the form yyyy-MM-dd")]
    [InlineData("me", "why", "2027-02-30", "is not of the form yyyy-MM-dd")]
    [InlineData("me", "why", "2026-05-31", "expired on 2026-05-31. Let 'me' judge again")]
    public void Fault_SaysWhatIsWrong(string? owner, string? reason, string? until, string part) =>
        Assert.Contains(part, new Audit(owner, reason, until).FaultOf("C.X", Today), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-06-01")]
    [InlineData(" 2026-06-02 ")]
    [InlineData("9999-12-31")]
    public void CompleteAudit_HoldsUpToAndOnItsDay(string until) => Assert.Null(new Audit("me", "why", until).FaultOf("C.X", Today));

    [Fact]
    public void Expiry_IsNotJudgedWithoutADay() => Assert.Null(new Audit("me", "why", "2000-01-01").FaultOf("C.X", null));
}
