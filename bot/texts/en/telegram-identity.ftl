telegram-keys-away = Fine.
telegram-to-menu = Back to the start
telegram-try-again = Try again
telegram-your-provider = your internet provider
telegram-of-provider = of { $name }
telegram-of-your-provider = of your internet provider
telegram-button-old = This button belongs to an old message. See below what you can do now.
telegram-button-again = We have got this tap already.
telegram-failed = Something went wrong on our side and nothing was changed. Try again; if it goes on, tell customer service the code { $code }.

telegram-menu = Hello, { $name }! This is the billing service { $provider }. What would you like to do?
telegram-menu-preferences = Preferences
telegram-menu-help = Help
telegram-menu-not-me = I am not { $name }

telegram-who = Hello! This is the billing service { $provider }.
    
    To talk about your account we need to know that it is you. <b>Type the account holder's CPF or CNPJ.</b> The message is deleted as soon as we have read it.
    
    If you got a link from us, you can open that instead.
telegram-tax-id-invalid = This CPF or CNPJ is not complete, or a digit is wrong. Check it and type it again.
telegram-too-many-tries = There were many tries in a short time. To be safe, wait { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} and try again, or ask customer service for a link.
telegram-proof = Now show that it is you: tap <b>Share my phone</b>. It has to be the one on your record.
telegram-proof-or-code = Now show that it is you. Tap <b>Share my phone</b>, if it is the one on your record, or ask for a code.
telegram-key-contact = Share my phone
telegram-key-code-email = Get a code by e-mail
telegram-key-code-sms = Get a code by SMS
telegram-key-cancel = Cancel
telegram-code-sent-email = If the data is right, a code of { $digits } digits will reach the e-mail address on record in a moment. Type it here. It is good for { $minutes } minutes.
telegram-code-sent-sms = If the data is right, a code of { $digits } digits will reach the mobile on record by SMS in a moment. Type it here. It is good for { $minutes } minutes.
telegram-code-wrong = We could not confirm it with this code.
telegram-code-wrong-again = We could not confirm it with this code. Check the digits and type it again.
telegram-not-proved = We could not confirm it with this data.
telegram-not-proved-now-what = You can try again or ask customer service for a link. Is your phone a new one? Customer service can update your record.
telegram-link-invalid = This link is no longer good: it was used or has expired. Ask customer service for another, or confirm your data below.
telegram-proved = Done, we know that it is you.
telegram-of-another-customer = This chat is linked to another record already. To change that, leave it first and confirm your data again.

telegram-not-me = Did you get a message or a link that was meant for { $name }? If you are not { $name }, this chat is cut off from the record at once and we send nothing here any more.
telegram-not-me-yes = Yes, I am not { $name }
telegram-not-me-no = It was a slip, go back
telegram-not-me-done = Thank you for telling us, and sorry for the trouble. This chat was cut off from the record, we send no more messages here, and we will correct the contact.
telegram-new-chat = Another Telegram chat has just come into your record. If that was you or somebody you trust, there is nothing to do.
telegram-new-chat-not-mine = That was not me
telegram-not-mine-done = Done: the other chat was cut off from your record, and our team will look into it.
telegram-not-mine-nothing = The other chat is not linked to your record any more.
telegram-task-not-me = Check the contact: the person on Telegram is not the customer
    .body = Whoever got the link or has the number on record said on Telegram that they are not the customer. The chat was cut off and messages to it have stopped. Check phone and e-mail with the customer before the next contact.
telegram-task-not-mine = Check the access: the customer did not know a Telegram chat
    .body = The customer said that it was not they who came in with a second Telegram chat. It was cut off. Find out where the link was sent and check the contacts with the customer.

telegram-command-menu = See what you can do
telegram-command-help = How to use this
telegram-command-stop = Stop getting messages
telegram-command-leave = Cut this chat off from the record
telegram-command-privacy = What we keep and why
telegram-command-language = Portuguese or English

telegram-help = <b>How to use this</b>
    
    Here you talk with the billing service { $provider }, at any hour. Tap the buttons; they show all that you can do.
    
    /menu shows the start
    /stop makes us send no more messages
    /logout cuts this chat off from your record
    /privacy says what we keep and why
    /language changes the language
    
    We never ask for a password, a card or a photo of a document here.
telegram-privacy = <b>Privacy</b>
    
    Responsible: { $creditor }.
    
    We use your CPF or CNPJ and your phone only to know that it is you. We keep this chat's number, what was agreed and when, as proof for both sides. Messages with your CPF or CNPJ are deleted from the chat as soon as they are read.
    
    With /logout the chat is cut off from the record. With /stop we send no more messages. To see, correct or delete your data, talk to customer service.
telegram-preferences = <b>Preferences</b>
    
    You get notices about your account here.
telegram-preferences-stopped = <b>Preferences</b>
    
    You asked for no messages. We only answer when you write.
telegram-preferences-language = Idioma / Language
telegram-preferences-stop = Stop getting messages
telegram-preferences-resume = Get messages again
telegram-preferences-leave = Leave this record
telegram-stopped = Done, we send no more messages here. What is open stays as it is, and you can write whenever you like.
telegram-resumed = Done, you get messages here again.
telegram-left = Done: this chat is not linked to any record any more.
telegram-nothing-to-leave = This chat is not linked to any record.
telegram-language = Em que idioma vamos conversar? / Which language shall we speak?
telegram-language-set = All right, English from now on.

telegram-letter-open = See my account
telegram-letter-stop = Stop messages
telegram-thanks = We received { $amount } for invoice { $invoice }. Thank you!
