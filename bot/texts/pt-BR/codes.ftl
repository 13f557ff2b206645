code-provider = seu provedor
code-email-subject = Código para confirmar que é você no Telegram
code-email-body =
    Olá!

    Seu código é { $code }. Digite-o na conversa do Telegram com { $provider } em que ele foi pedido. Ele vale por { $minutes } minutos.

    Se você não pediu este código, alguém pode ter digitado o seu CPF ou CNPJ: ignore esta mensagem. Não passe o código a ninguém, nem a quem disser que trabalha conosco.
code-sms = Código { $code } para confirmar que é você no Telegram de { $provider }. Vale por { $minutes } minutos. Não passe a ninguém.
