-- What a customer said yes to, and what was said on both sides, is evidence: it is never written over.
create trigger offer_acceptance_is_append_only before update or delete on offer_acceptance
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger conversation_message_is_append_only before update or delete on conversation_message
  for each row execute function refuse_change();
