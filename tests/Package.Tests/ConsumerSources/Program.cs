using Consumer;

Console.WriteLine($"legacy {Calculator.Scaled(4)}, passed {Calculator.Scaled(new Engine(5), 4)}");
