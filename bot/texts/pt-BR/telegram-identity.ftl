telegram-keys-away = Certo.
telegram-to-menu = Voltar ao início
telegram-try-again = Tentar de novo
telegram-your-provider = seu provedor de internet
telegram-of-provider = de { $name }
telegram-of-your-provider = do seu provedor de internet
telegram-button-old = Este botão é de uma mensagem antiga. Veja abaixo o que dá para fazer agora.
telegram-button-again = Já recebemos este toque.
telegram-failed = Algo deu errado do nosso lado e nada foi alterado. Tente de novo; se continuar, informe o código { $code } ao atendimento.

telegram-menu = Olá, { $name }! Aqui é o atendimento financeiro { $provider }. O que você quer fazer?
telegram-menu-preferences = Preferências
telegram-menu-help = Ajuda
telegram-menu-not-me = Não sou { $name }

telegram-who = Olá! Aqui é o atendimento financeiro { $provider }.
    
    Para falar da sua conta, precisamos confirmar que é você. <b>Digite o CPF ou CNPJ do titular.</b> A mensagem é apagada assim que lermos.
    
    Se você recebeu um link nosso, pode abri-lo em vez disso.
telegram-tax-id-invalid = Este CPF ou CNPJ não está completo ou tem algum número trocado. Confira e digite de novo.
telegram-too-many-tries = Foram muitas tentativas em pouco tempo. Por segurança, espere { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
} e tente de novo, ou peça um link ao atendimento.
telegram-proof = Agora confirme que é você: toque em <b>Compartilhar meu telefone</b>. Ele precisa ser o mesmo do seu cadastro.
telegram-proof-or-code = Agora confirme que é você. Toque em <b>Compartilhar meu telefone</b>, se ele é o mesmo do seu cadastro, ou peça um código.
telegram-key-contact = Compartilhar meu telefone
telegram-key-code-email = Receber um código por e-mail
telegram-key-code-sms = Receber um código por SMS
telegram-key-cancel = Cancelar
telegram-code-sent-email = Se os dados conferem, um código de { $digits } números chega em instantes ao e-mail do cadastro. Digite-o aqui. Ele vale por { $minutes } minutos.
telegram-code-sent-sms = Se os dados conferem, um código de { $digits } números chega em instantes por SMS ao celular do cadastro. Digite-o aqui. Ele vale por { $minutes } minutos.
telegram-code-wrong = Não foi possível confirmar com este código.
telegram-code-wrong-again = Não foi possível confirmar com este código. Confira os números e digite de novo.
telegram-not-proved = Não foi possível confirmar com esses dados.
telegram-not-proved-now-what = Você pode tentar de novo ou pedir um link ao atendimento. Mudou de telefone? O atendimento atualiza seu cadastro.
telegram-link-invalid = Este link não vale mais: já foi usado ou venceu. Peça outro ao atendimento ou confirme seus dados abaixo.
telegram-proved = Pronto, confirmamos que é você.
telegram-of-another-customer = Esta conversa já está ligada a outro cadastro. Para trocar, saia dele primeiro e confirme seus dados de novo.

telegram-not-me = Você recebeu uma mensagem ou um link que era de { $name }? Se você não é { $name }, esta conversa é desligada do cadastro na hora e não enviamos mais nada para cá.
telegram-not-me-yes = Sim, não sou { $name }
telegram-not-me-no = Foi engano, voltar
telegram-not-me-done = Obrigado por avisar, e desculpe o incômodo. Esta conversa foi desligada do cadastro, não enviamos mais mensagens para cá e vamos corrigir o contato.
telegram-new-chat = Outra conversa do Telegram acabou de entrar no seu cadastro. Se foi você ou alguém da sua confiança, não precisa fazer nada.
telegram-new-chat-not-mine = Não fui eu
telegram-not-mine-done = Pronto: a outra conversa foi desligada do seu cadastro, e nossa equipe vai verificar o que houve.
telegram-not-mine-nothing = A outra conversa já não está ligada ao seu cadastro.
telegram-task-not-me = Conferir contato: a pessoa no Telegram não é o cliente
    .body = Quem recebeu o link ou tem o número do cadastro disse no Telegram que não é o cliente. A conversa foi desligada e as mensagens para lá pararam. Confira o telefone e o e-mail com o cliente antes de fazer outro contato.
telegram-task-not-mine = Conferir acesso: o cliente não reconheceu uma conversa no Telegram
    .body = O cliente disse que não foi ele quem entrou com uma segunda conversa do Telegram. Ela foi desligada. Verifique por onde o link foi enviado e confirme os contatos com o cliente.

telegram-command-menu = Ver o que dá para fazer
telegram-command-help = Como usar
telegram-command-stop = Parar de receber mensagens
telegram-command-leave = Desligar esta conversa do cadastro
telegram-command-privacy = O que guardamos e por quê
telegram-command-language = Português ou inglês

telegram-help = <b>Como usar</b>
    
    Aqui você fala com o atendimento financeiro { $provider }, a qualquer hora. Toque nos botões; eles mostram tudo o que dá para fazer.
    
    /menu mostra o início
    /parar faz com que não enviemos mais mensagens
    /sair desliga esta conversa do seu cadastro
    /privacidade diz o que guardamos e por quê
    /idioma muda o idioma
    
    Nunca pedimos senha, cartão ou foto de documento por aqui.
telegram-privacy = <b>Privacidade</b>
    
    Responsável: { $creditor }.
    
    Usamos seu CPF ou CNPJ e seu telefone só para confirmar que é você. Guardamos o número desta conversa, o que foi combinado e quando, como prova para os dois lados. As mensagens com seu CPF ou CNPJ são apagadas da conversa assim que lidas.
    
    Com /sair a conversa é desligada do cadastro. Com /parar não enviamos mais mensagens. Para ver, corrigir ou apagar seus dados, fale com o atendimento.
telegram-preferences = <b>Preferências</b>
    
    Você recebe por aqui avisos sobre a sua conta.
telegram-preferences-stopped = <b>Preferências</b>
    
    Você pediu para não receber mensagens. Respondemos apenas quando você escreve.
telegram-preferences-language = Idioma / Language
telegram-preferences-stop = Parar de receber mensagens
telegram-preferences-resume = Voltar a receber mensagens
telegram-preferences-leave = Sair deste cadastro
telegram-stopped = Pronto, não enviamos mais mensagens para cá. O que está em aberto continua como está, e você pode escrever quando quiser.
telegram-resumed = Pronto, você volta a receber mensagens por aqui.
telegram-left = Pronto: esta conversa não está mais ligada a nenhum cadastro.
telegram-nothing-to-leave = Esta conversa não está ligada a nenhum cadastro.
telegram-language = Em que idioma vamos conversar? / Which language shall we speak?
telegram-language-set = Combinado, seguimos em português.

telegram-letter-open = Ver minha conta
telegram-letter-stop = Parar mensagens
telegram-thanks = Recebemos o pagamento de { $amount } da fatura { $invoice }. Obrigado!
