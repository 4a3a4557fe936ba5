namespace AmqpBroker.Storage.Paging;

/// <summary>Is told what an operator should know of paging. Called by the pager's threads.</summary>
public interface IPagerObserver
{
    /// <summary>A segment could not be written, and stays in memory. Once for an outage.</summary>
    void OnWriteFailed(Exception error);

    /// <summary>Writing works again.</summary>
    void OnWriteRecovered();

    /// <summary>A segment could not be read back.</summary>
    /// <param name="owner">Whose it was.</param>
    /// <param name="records">How many records were lost with it.</param>
    /// <param name="error">Why.</param>
    void OnLost(IPageable owner, int records, Exception error);
}
