static class Game
{
    public static Options [|Options|] => Engine.Current.Options;
}
