using ExplicitContext.Tool;
using ExplicitContext.Tool.Consoles;

return await new CommandLine(ToolHost.OfProcess()).RunAsync(args);
