code-provider = your provider
code-email-subject = Code to confirm that it is you on Telegram
code-email-body =
    Hello!

    Your code is { $code }. Type it in the Telegram conversation with { $provider } that asked for it. It is good for { $minutes } minutes.

    If you did not ask for this code, somebody may have typed your tax id: ignore this message. Give the code to nobody, not even to somebody who says they work with us.
code-sms = Code { $code } to confirm that it is you on the Telegram of { $provider }. Good for { $minutes } minutes. Give it to nobody.
