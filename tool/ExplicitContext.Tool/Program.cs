using ExplicitContext.Tool;

return await ToolHost.OfProcess().RunAsync(args);
