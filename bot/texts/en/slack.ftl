slack-close = Close
slack-cancel = Cancel
slack-back = Back
slack-refresh = Refresh
slack-yes = Yes, confirm
slack-no = No
slack-loading-title = One moment
slack-loading = Loading…
slack-refused-title = Not possible
slack-stranger-title = Not registered
slack-stranger = Your Slack user is not linked to an operator yet. Ask whoever administers Acordo to register you.
slack-failed = Something went wrong and nothing was changed. Try again; if it goes on, tell code { $code } to whoever administers Acordo.
slack-done-title = Done
slack-done = It is done.
slack-days-overdue = { $days ->
    [one] { $days } day overdue
   *[other] { $days } days overdue
}
slack-due-today = due today
slack-not-due-yet = not due yet
