verdict-refused = { $fact } ({ $article })
verdict-from = { $fact }; possible from { $date } on, if nothing else changes ({ $article })
verdict-from-time = { $fact }; possible from { $date } at { $time }, if nothing else changes ({ $article })

notice-debt = notice of debt
notice-suspension = notice of suspension
notice-rescission = notice of rescission
notice-bureau = notice of the bureau record

frozen-days = ({ $days ->
    [one] { $days } day stood
   *[other] { $days } days stood
} still for a dispute)
no-state = no state on record
no-contact-that-day = no contact is made that day
contact-hours = contact is made from { $opens } to { $closes }

fact-no-debt = there is no overdue debt
fact-debt-paid = the debt due on { $dueDate } is paid
fact-debt-not-late = the debt due on { $dueDate } can still be paid in time until { $lateAfter }
fact-debt-too-old = the debt due on { $dueDate } came of age on { $since }
fact-debt-not-of-use = the debt due on { $dueDate } does not come from the use of the service
fact-dispute-open = the customer disputed the amount on { $openedOn }; answer by { $answerBy } first
fact-dispute-not-answered-in-time = the dispute of { $openedOn } was not answered by { $answerBy }: the amount is cancelled
fact-dispute-upheld = the customer's dispute was upheld on { $answeredOn }
fact-notice-missing = a { $notice } delivered on { $onOrAfter } or later is missing; send it and record its delivery
fact-notice-too-recent = the notice was delivered on { $deliveredOn }, and { $days } whole days must pass{ $frozen }
fact-day-off-ahead = no block starts on { $day }: a weekend or holiday is too near
fact-not-blocked = the connection is not blocked
fact-blocked-before-debt = the block of { $blockedOn } is older than this debt, which is late after { $lateAfter }
fact-blocked-too-recently = the connection was blocked on { $blockedOn }, and { $days } whole days must pass{ $frozen }
fact-contract-not-ended = the contract has not ended; end it first
fact-no-contract = the invoice has no contract, and only the debt of an ended contract can be registered
fact-contract-ends = the contract ends on { $endedOn }
fact-not-broken = the promise can still be kept until { $lateAfter }
fact-increase-above-cap = an increase of { $asked } is above the most allowed, { $max }
fact-fine-above-cap = a fine of { $asked } is above the most allowed, { $max }
fact-fees-above-cap = fees of { $asked } are above the most allowed, { $max }
fact-blocked-that-day = the connection is blocked since { $blockedOn }: the days blocked are not billed
fact-reconnection-is-free = reconnecting is free of charge
fact-third-party = a third party is never contacted about a debt
fact-not-the-customer = whoever answers there said not to be the customer
fact-opted-out = the customer asked not to be contacted this way
fact-not-identified = the person is not identified yet: no amount is told before that
fact-outside-contact-hours = it is outside the contact hours where the customer lives ({ $state }): { $hours }
fact-contacted-today = the customer was contacted { $count ->
    [one] { $count } time
   *[other] { $count } times
} today, and the most is { $max }
fact-contacted-this-week = the customer was contacted { $count ->
    [one] { $count } time
   *[other] { $count } times
} in the last days, and the most in a week is { $max }
