namespace AmqpBroker.Core.Metadata;

/// <summary>What a stored record says. The values are stored: only ever append.</summary>
internal enum MetadataRecordKind : byte
{
    ExchangeDeclared = 1,
    ExchangeDeleted = 2,
    BindingAdded = 3,
    BindingRemoved = 4,
    QueueDeclared = 5,
    QueueDeleted = 6,
    PolicySet = 7,
    PolicyCleared = 8,
    VirtualHostLimitsSet = 9,
    UserLimitsSet = 10,
    ContainingExchangeDeclared = 11,
    BrokerFounded = 12,
    VirtualHostSet = 13,
    VirtualHostDeleted = 14,
    UserSet = 15,
    UserDeleted = 16,
    PermissionSet = 17,
    PermissionCleared = 18,
    TopicPermissionSet = 19,
    TopicPermissionCleared = 20,
    ParameterSet = 40,
    ParameterCleared = 41,
}
