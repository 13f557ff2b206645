refusal-outbox-not-there = Entry { $entry } does not wait any more: it left, leaves right now, or was dropped. Refresh the list.
event-outbox-retried = Sent again: { $what }. What had stopped it: { $error }.
event-outbox-dropped = Dropped instead of sent: { $what }. Reason: { $reason }.
outbox-no-error = nobody sent it

effect-send-message = Message to the customer
effect-change-connection = Request to the network
effect-thank-customer = Thanks to the customer
effect-ask-approval = Request for an approval
effect-tell-operator-decision = Decision told to the agreement's author
effect-tell-operators-spc-critique = Notice of an SPC critique
effect-tell-operators-replaced-paid = Notice of a replaced invoice that was paid
effect-tell-operators-payment-reversed = Notice of a reversed payment
effect-tell-operators-left-over = Notice of titles without an invoice
effect-send-operator-digest = An operator's digest of the day
effect-post-chart = A chart for the managers
effect-send-manager-digest = The managers' digest of the day
effect-tell-chats-of-new-chat = Notice of a new chat in Telegram
effect-send-identity-code = Identity code
effect-tell-operators-offer-handed = Notice of a customer's proposal
effect-tell-operators-receipt = Notice of a receipt
effect-tell-operators-dispute = Notice of a dispute
effect-tell-operators-message = Customer's message to the team
effect-tell-operators-conversation-closed = Notice of a closed conversation
effect-tell-customer-offer-answer = Answer to a proposal
effect-tell-customer-receipt-answer = Answer to a receipt
effect-tell-customer-message = Team's message to the customer
effect-tell-customer-conversation-closed = Closed conversation told to the customer

admin-subject-outbox = What did not leave
admin-about-outbox = What was to leave and did not
admin-outbox-about = What was to leave and did not, with the reason. Put the cause right and send it again, or drop what is of no use any more.
admin-outbox-since = Since { $when } · { $attempts ->
    [one] { $attempts } attempt
   *[other] { $attempts } attempts
}
admin-outbox-failed = Not tried any more: given up on { $when }
admin-outbox-waiting = Tried again on { $when }
admin-outbox-why = Reason: { $why }
admin-outbox-no-sender = the channel is off
admin-outbox-retry = Send again
admin-outbox-retry-title = Send again?
admin-outbox-retry-text = { $what }: it is tried now, as the first time.
admin-outbox-retried = It is in the queue again.
admin-outbox-drop = Drop
admin-outbox-drop-title = Drop
admin-outbox-drop-about = This will never be sent. The history keeps what it was and why it was dropped.
admin-outbox-drop-reason = Reason
admin-outbox-dropped = Dropped.
