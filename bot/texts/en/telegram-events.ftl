event-telegram-chat-linked = A Telegram chat was linked to the customer { $by }.{ $others ->
    [0] {""}
    [one] {" "}The customer's other chat was told.
   *[other] {" "}The customer's { $others } other chats were told.
}
proved-by-link = by a one-time link
proved-by-contact = by the phone on record
proved-by-code = by a code sent to the record
event-telegram-chat-unlinked = A Telegram chat is the customer's no more: { $reason }.
unlinked-left = the customer left
unlinked-not-me = whoever answered is not the customer
unlinked-thrown-out = another chat of the customer's did not know it
event-telegram-chat-stopped = A Telegram chat gets no more messages: { $reason }.
stopped-asked = the customer asked for it
stopped-blocked = the customer blocked the bot
event-telegram-chat-resumed = A Telegram chat gets messages again.
event-message-sent = Message { $message } ({ $channel }) was sent.
event-message-not-sent = Message { $message } ({ $channel }) { $outcome }: { $why }.
unsent-failed = could not be delivered
unsent-dropped = was not sent any more
unsent-because-no-address = there is nowhere to send it
unsent-because-blocked = the customer blocked the bot
unsent-because-refused = the channel refused the message
unsent-because-unreachable = the channel did not answer
unsent-because-paid = the debt is not open any more
unsent-because-disputed = the amount was contested
unsent-because-opted-out = the customer asked for no messages
unsent-because-not-the-customer = whoever answers there is not the customer
unsent-because-law = the law allows this contact no more
