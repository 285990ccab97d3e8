namespace ExplicitContext.Model.Sharing;

/// <summary>What a static type says about how its values cross to another interpreter.</summary>
public enum Passage
{
    /// <summary>Every value crosses as it is.</summary>
    ByReference,

    /// <summary>The value decides, at run time: an interface, an open class, a type parameter, a delegate, another shareable type.</summary>
    Depends,

    /// <summary>An array or collection, or something with one in it: crosses where its owner copies it.</summary>
    Copied,

    /// <summary>No value crosses, unless somebody registers a copier at run time.</summary>
    Never,
}
