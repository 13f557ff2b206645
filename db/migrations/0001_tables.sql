CREATE TABLE "attachment" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attachment_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contact_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" text NOT NULL,
	"direction" text NOT NULL,
	"medium" text NOT NULL,
	"answered_by" text,
	"category" text,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_direction" CHECK ("contact"."direction" in ('active', 'reactive'))
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "message_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" text NOT NULL,
	"channel" text NOT NULL,
	"recipients" text[] NOT NULL,
	"copies" text[] DEFAULT '{}' NOT NULL,
	"subject" text,
	"body" text NOT NULL,
	"note" text,
	"segments" integer,
	"invoices" text[] DEFAULT '{}' NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"sent_by" text NOT NULL,
	"queued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "message_channel" CHECK ("message"."channel" in ('email', 'sms', 'app')),
	CONSTRAINT "message_status" CHECK ("message"."status" in ('queued', 'sent', 'delivered', 'failed', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "task_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" text NOT NULL,
	"title" text NOT NULL,
	"due_on" date NOT NULL,
	"due_time" text,
	"assignee" text NOT NULL,
	"body" text,
	"status" text DEFAULT 'open' NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_by" text,
	"closed_at" timestamp with time zone,
	"closing_note" text,
	CONSTRAINT "task_status" CHECK ("task"."status" in ('open', 'done', 'cancelled')),
	CONSTRAINT "task_closing" CHECK (("task"."status" = 'open') = ("task"."closed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "agreement" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "agreement_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"tolerance_date" date NOT NULL,
	"category" text NOT NULL,
	"base_cents" bigint NOT NULL,
	"total_cents" bigint NOT NULL,
	"proposal" jsonb NOT NULL,
	"sources_become" text,
	"fees_reason" text,
	"made_by" text NOT NULL,
	"made_on" date NOT NULL,
	"ended_on" date,
	"end_reason" text,
	CONSTRAINT "agreement_kind" CHECK ("agreement"."kind" in ('unchanged', 'renegotiated')),
	CONSTRAINT "agreement_status" CHECK ("agreement"."status" in ('awaiting approval', 'live', 'fulfilled', 'renegotiated', 'rescinded', 'refused', 'void')),
	CONSTRAINT "agreement_amounts" CHECK ("agreement"."total_cents" > 0 and "agreement"."base_cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "agreement_invoice" (
	"agreement" bigint NOT NULL,
	"invoice_id" text NOT NULL,
	"is_source" boolean NOT NULL,
	"is_awaited" boolean NOT NULL,
	"instalment" integer,
	"amount_cents" bigint NOT NULL,
	"due_date" date NOT NULL,
	"live" boolean NOT NULL,
	"held" boolean DEFAULT false NOT NULL,
	CONSTRAINT "agreement_invoice_agreement_invoice_id_pk" PRIMARY KEY("agreement","invoice_id"),
	CONSTRAINT "agreement_invoice_amount" CHECK ("agreement_invoice"."amount_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "agreement_line" (
	"agreement" bigint NOT NULL,
	"instalment" integer NOT NULL,
	"term" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"ledger_unit" text,
	CONSTRAINT "agreement_line_agreement_instalment_term_pk" PRIMARY KEY("agreement","instalment","term"),
	CONSTRAINT "agreement_line_term" CHECK ("agreement_line"."term" in ('base', 'increase', 'fine', 'discount', 'discountAmount', 'charges', 'fees'))
);
--> statement-breakpoint
CREATE TABLE "approval" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "approval_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"agreement" bigint NOT NULL,
	"asked_by" text NOT NULL,
	"asked_on" date NOT NULL,
	"exceeded" jsonb NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_on" date,
	"reason" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "approval_decision" CHECK ("approval"."decision" in ('approved', 'refused', 'void'))
);
--> statement-breakpoint
CREATE TABLE "spc_record" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "spc_record_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"invoice_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"agreement" bigint NOT NULL,
	"amount_cents" bigint NOT NULL,
	"due_date" date NOT NULL,
	"city" text,
	"operator_id" text,
	"details" text NOT NULL,
	"registered_on" date NOT NULL,
	"registered_by" text NOT NULL,
	"removed_on" date,
	"removed_by" text,
	"removal_details" text,
	"settled_on" date,
	"remove_by" date,
	"expires_on" date NOT NULL,
	"superseded" boolean DEFAULT false NOT NULL,
	CONSTRAINT "spc_amount" CHECK ("spc_record"."amount_cents" >= 0),
	CONSTRAINT "spc_removal" CHECK (("spc_record"."removed_on" is null) = ("spc_record"."removal_details" is null)),
	CONSTRAINT "spc_deadline" CHECK (("spc_record"."settled_on" is null) = ("spc_record"."remove_by" is null))
);
--> statement-breakpoint
CREATE TABLE "account" (
	"customer_id" text PRIMARY KEY NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "account_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"opened_on" date NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "collection" (
	"invoice_id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"stage" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"due_date" date NOT NULL,
	"city" text,
	"operator_id" text,
	"agreement" bigint,
	"tolerance_date" date,
	"breaks_after" date,
	"settled_on" date,
	"since" date NOT NULL,
	"recheck" boolean DEFAULT false NOT NULL,
	CONSTRAINT "collection_stage" CHECK ("collection"."stage" in ('classified', 'in contact', 'awaiting negotiation', 'in agreement', 'settled', 'replaced')),
	CONSTRAINT "collection_agreement_known" CHECK (("collection"."stage" in ('in agreement', 'settled', 'replaced')) = ("collection"."agreement" is not null)),
	CONSTRAINT "collection_promise" CHECK ("collection"."stage" <> 'in agreement' or ("collection"."tolerance_date" is not null and "collection"."breaks_after" is not null)),
	CONSTRAINT "collection_amount_sign" CHECK ("collection"."amount_cents" >= 0),
	CONSTRAINT "collection_settled_on" CHECK (("collection"."stage" = 'settled') = ("collection"."settled_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "customer_panel" (
	"stage" text NOT NULL,
	"customer_id" text NOT NULL,
	"name" text NOT NULL,
	"city" text,
	"operator_id" text,
	"invoices" integer NOT NULL,
	"amount_cents" bigint NOT NULL,
	"oldest_due" date NOT NULL,
	CONSTRAINT "customer_panel_customer_id_stage_pk" PRIMARY KEY("customer_id","stage")
);
--> statement-breakpoint
CREATE TABLE "connection" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"contract_id" text NOT NULL,
	"login" text NOT NULL,
	"nas" text,
	"status" text DEFAULT 'normal' NOT NULL,
	"blocked_on" date,
	"wanted_status" text,
	"wanted_reason" text,
	"wanted_by" text,
	"wanted_at" timestamp with time zone,
	CONSTRAINT "connection_status" CHECK ("connection"."status" in ('normal', 'reduced', 'blocked')),
	CONSTRAINT "connection_wanted_status" CHECK ("connection"."wanted_status" in ('normal', 'blocked', 'disconnected'))
);
--> statement-breakpoint
CREATE TABLE "connection_exception" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "connection_exception_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"connection_id" text NOT NULL,
	"until" date NOT NULL,
	"reason" text NOT NULL,
	"granted_by" text NOT NULL,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contract" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"ladder_id" text,
	"plan" text,
	"on_time_discount_cents" bigint DEFAULT 0 NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"ended_at" date,
	CONSTRAINT "contract_discount" CHECK ("contract"."on_time_discount_cents" >= 0),
	CONSTRAINT "contract_status" CHECK ("contract"."status" in ('active', 'suspended', 'ended'))
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"tax_id" text,
	"email" text,
	"mobile" text,
	"city" text,
	"state" text,
	"operator_id" text,
	"search" text GENERATED ALWAYS AS (fold(name) || ' ' || lower(id) || ' ' || lower(coalesce(tax_id, ''))) STORED
);
--> statement-breakpoint
CREATE TABLE "dispute" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "dispute_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" text NOT NULL,
	"invoice_id" text NOT NULL,
	"reason" text NOT NULL,
	"opened_on" date NOT NULL,
	"answered_on" date,
	"upheld" boolean
);
--> statement-breakpoint
CREATE TABLE "ladder" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"forward_day" integer,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ladder_step" (
	"ladder_id" text NOT NULL,
	"day" integer NOT NULL,
	"action" text NOT NULL,
	CONSTRAINT "ladder_step_ladder_id_day_action_pk" PRIMARY KEY("ladder_id","day","action")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"contract_id" text,
	"kind" text NOT NULL,
	"channel" text,
	"delivered_at" date,
	CONSTRAINT "notice_kind" CHECK ("notice"."kind" in ('debt', 'suspension', 'rescission', 'bureau'))
);
--> statement-breakpoint
CREATE TABLE "invoice" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"contract_id" text,
	"number" text,
	"charge_number" text,
	"description" text,
	"amount_cents" bigint NOT NULL,
	"paid_cents" bigint DEFAULT 0 NOT NULL,
	"discounted_cents" bigint DEFAULT 0 NOT NULL,
	"due_date" date NOT NULL,
	"billing_state" text DEFAULT 'open' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"remittance" boolean DEFAULT false NOT NULL,
	"fiscal_document" boolean DEFAULT false NOT NULL,
	"payment_profile" text,
	"ladder_id" text,
	"in_collection" boolean DEFAULT false NOT NULL,
	"agreement" bigint,
	"instalment" integer,
	"on_time_discount_cents" bigint DEFAULT 0 NOT NULL,
	"fined" boolean DEFAULT false NOT NULL,
	CONSTRAINT "invoice_discount" CHECK ("invoice"."on_time_discount_cents" >= 0),
	CONSTRAINT "invoice_states" CHECK ("invoice"."state" in ('open', 'paid', 'suspended', 'deleted')),
	CONSTRAINT "invoice_billing_states" CHECK ("invoice"."billing_state" in ('open', 'paid', 'suspended', 'deleted')),
	CONSTRAINT "invoice_amount" CHECK ("invoice"."amount_cents" > 0 and "invoice"."paid_cents" >= 0 and "invoice"."discounted_cents" >= 0 and "invoice"."paid_cents" + "invoice"."discounted_cents" <= "invoice"."amount_cents")
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"id" text PRIMARY KEY NOT NULL,
	"invoice_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"amount_cents" bigint NOT NULL,
	"applied_cents" bigint NOT NULL,
	"paid_at" date NOT NULL,
	"method" text,
	"source" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_source" CHECK ("payment"."source" in ('import', 'manual', 'return', 'credit')),
	CONSTRAINT "payment_amount" CHECK ("payment"."amount_cents" > 0 and "payment"."applied_cents" >= 0 and "payment"."applied_cents" <= "payment"."amount_cents")
);
--> statement-breakpoint
CREATE TABLE "category" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "category_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "ledger_unit" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "ledger_unit_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "operator" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"slack_user_id" text,
	"role" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_profile" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"bank" text,
	"wallet" text,
	"agreement_code" text,
	"beneficiary" text,
	"pix_key" text,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "payment_profile_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "policy_row" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "policy_row_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"days_overdue_from" integer NOT NULL,
	"days_overdue_to" integer,
	"amount_from_cents" bigint NOT NULL,
	"amount_to_cents" bigint,
	"max_discount_at_once" bigint NOT NULL,
	"max_discount_split" bigint NOT NULL,
	"max_instalments" integer NOT NULL,
	"min_instalment_cents" bigint NOT NULL,
	"latest_first_due_days" integer NOT NULL,
	"offer_stands_days" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role" (
	"name" text PRIMARY KEY NOT NULL,
	"permissions" text[] NOT NULL,
	"max_discount" bigint NOT NULL,
	"max_instalments" integer NOT NULL,
	"max_amount_cents" bigint
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "template" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "template_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"channel" text NOT NULL,
	"name" text NOT NULL,
	"subject" text,
	"body" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "template_name" UNIQUE("channel","name"),
	CONSTRAINT "template_channel" CHECK ("template"."channel" in ('email', 'sms', 'app'))
);
--> statement-breakpoint
CREATE TABLE "daily_total" (
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"dimension" text NOT NULL,
	"member" text NOT NULL,
	"count" bigint NOT NULL,
	"amount_cents" bigint NOT NULL,
	CONSTRAINT "daily_total_dimension_kind_day_member_pk" PRIMARY KEY("dimension","kind","day","member")
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"key" text PRIMARY KEY NOT NULL,
	"command" text NOT NULL,
	"fingerprint" text NOT NULL,
	"answer" jsonb,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"on_date" date NOT NULL,
	"actor" text NOT NULL,
	"kind" text NOT NULL,
	"customer_id" text,
	"invoice_id" text,
	"agreement" bigint,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"channel" text NOT NULL,
	"effect" jsonb NOT NULL,
	"customer_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"leased_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "schedule_run" (
	"job" text NOT NULL,
	"day" date NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedule_run_job_day_pk" PRIMARY KEY("job","day")
);
--> statement-breakpoint
CREATE TABLE "telegram_chat" (
	"chat_id" bigint PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"linked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"language" text DEFAULT 'pt-BR' NOT NULL,
	"opted_out_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "telegram_link" (
	"token_sha256" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"chat_id" bigint
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"operator_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"data" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_kind" CHECK ("draft"."kind" in ('agreement'))
);
--> statement-breakpoint
CREATE TABLE "home_view" (
	"slack_user_id" text PRIMARY KEY NOT NULL,
	"view" jsonb NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slack_message" (
	"about" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"ts" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_lock" (
	"customer_id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agreement_invoice" ADD CONSTRAINT "agreement_invoice_agreement_agreement_number_fk" FOREIGN KEY ("agreement") REFERENCES "public"."agreement"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_line" ADD CONSTRAINT "agreement_line_agreement_agreement_number_fk" FOREIGN KEY ("agreement") REFERENCES "public"."agreement"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_agreement_agreement_number_fk" FOREIGN KEY ("agreement") REFERENCES "public"."agreement"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_exception" ADD CONSTRAINT "connection_exception_connection_id_connection_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connection"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_step" ADD CONSTRAINT "ladder_step_ladder_id_ladder_id_fk" FOREIGN KEY ("ladder_id") REFERENCES "public"."ladder"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator" ADD CONSTRAINT "operator_role_role_name_fk" FOREIGN KEY ("role") REFERENCES "public"."role"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_customer" ON "attachment" USING btree ("customer_id","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "contact_customer" ON "contact" USING btree ("customer_id","id");--> statement-breakpoint
CREATE INDEX "message_customer" ON "message" USING btree ("customer_id","channel","id");--> statement-breakpoint
CREATE INDEX "task_customer" ON "task" USING btree ("customer_id","id");--> statement-breakpoint
CREATE INDEX "task_assignee" ON "task" USING btree ("assignee","due_on","id") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "agreement_customer" ON "agreement" USING btree ("customer_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_agreement_per_invoice" ON "agreement_invoice" USING btree ("invoice_id") WHERE live;--> statement-breakpoint
CREATE UNIQUE INDEX "one_waiting_agreement_per_invoice" ON "agreement_invoice" USING btree ("invoice_id") WHERE held;--> statement-breakpoint
CREATE INDEX "agreement_invoice_of" ON "agreement_invoice" USING btree ("invoice_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_approval_per_agreement" ON "approval" USING btree ("agreement") WHERE decision is null;--> statement-breakpoint
CREATE INDEX "approval_agreement" ON "approval" USING btree ("agreement","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_spc_record_per_invoice" ON "spc_record" USING btree ("invoice_id") WHERE removed_on is null;--> statement-breakpoint
CREATE INDEX "spc_live" ON "spc_record" USING btree ("registered_on","id","settled_on","amount_cents") WHERE removed_on is null;--> statement-breakpoint
CREATE INDEX "spc_critiques" ON "spc_record" USING btree ("remove_by","id") WHERE removed_on is null and settled_on is not null;--> statement-breakpoint
CREATE INDEX "spc_removed" ON "spc_record" USING btree ("removed_on","id","amount_cents") WHERE removed_on is not null and settled_on is not null and not superseded;--> statement-breakpoint
CREATE INDEX "spc_customer" ON "spc_record" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "collection_customer" ON "collection" USING btree ("customer_id","stage","due_date","invoice_id");--> statement-breakpoint
CREATE INDEX "collection_pending" ON "collection" USING btree ("due_date","invoice_id") WHERE stage = 'in agreement';--> statement-breakpoint
CREATE INDEX "collection_broken" ON "collection" USING btree ("breaks_after","invoice_id","amount_cents") WHERE stage = 'in agreement';--> statement-breakpoint
CREATE INDEX "collection_settled" ON "collection" USING btree ("settled_on","invoice_id","amount_cents") WHERE stage = 'settled';--> statement-breakpoint
CREATE INDEX "collection_city" ON "collection" USING btree ("city","stage","due_date","invoice_id") WHERE stage in ('in agreement', 'settled');--> statement-breakpoint
CREATE INDEX "collection_operator" ON "collection" USING btree ("operator_id","stage","due_date","invoice_id") WHERE stage in ('in agreement', 'settled');--> statement-breakpoint
CREATE INDEX "collection_amount" ON "collection" USING btree ("stage","amount_cents","invoice_id") WHERE stage in ('in agreement', 'settled');--> statement-breakpoint
CREATE INDEX "collection_agreement" ON "collection" USING btree ("agreement") WHERE agreement is not null;--> statement-breakpoint
CREATE INDEX "collection_recheck" ON "collection" USING btree ("invoice_id") WHERE recheck;--> statement-breakpoint
CREATE INDEX "collection_classified" ON "collection" USING btree ("due_date") WHERE stage = 'classified';--> statement-breakpoint
CREATE INDEX "customer_panel_due" ON "customer_panel" USING btree ("stage","oldest_due","customer_id");--> statement-breakpoint
CREATE INDEX "customer_panel_amount" ON "customer_panel" USING btree ("stage","amount_cents","customer_id");--> statement-breakpoint
CREATE INDEX "customer_panel_name" ON "customer_panel" USING btree ("stage","name","customer_id");--> statement-breakpoint
CREATE INDEX "customer_panel_city" ON "customer_panel" USING btree ("stage","city","oldest_due","customer_id");--> statement-breakpoint
CREATE INDEX "customer_panel_operator" ON "customer_panel" USING btree ("stage","operator_id","oldest_due","customer_id") WHERE operator_id is not null;--> statement-breakpoint
CREATE INDEX "connection_customer" ON "connection" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "connection_wanted" ON "connection" USING btree ("wanted_at") WHERE wanted_status is not null;--> statement-breakpoint
CREATE INDEX "connection_exception_of" ON "connection_exception" USING btree ("connection_id","until");--> statement-breakpoint
CREATE INDEX "contract_customer" ON "contract" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customer_search" ON "customer" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "dispute_customer" ON "dispute" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "dispute_open" ON "dispute" USING btree ("invoice_id") WHERE answered_on is null;--> statement-breakpoint
CREATE INDEX "notice_customer" ON "notice" USING btree ("customer_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_number" ON "invoice" USING btree ("number") WHERE number is not null;--> statement-breakpoint
CREATE INDEX "invoice_charge_number" ON "invoice" USING btree ("charge_number") WHERE charge_number is not null;--> statement-breakpoint
CREATE INDEX "invoice_customer" ON "invoice" USING btree ("customer_id","due_date");--> statement-breakpoint
CREATE INDEX "invoice_candidates" ON "invoice" USING btree ("ladder_id","due_date") WHERE state = 'open' and not in_collection;--> statement-breakpoint
CREATE INDEX "payment_invoice" ON "payment" USING btree ("invoice_id");--> statement-breakpoint
CREATE UNIQUE INDEX "operator_slack_user" ON "operator" USING btree ("slack_user_id") WHERE slack_user_id is not null;--> statement-breakpoint
CREATE INDEX "event_customer" ON "event" USING btree ("customer_id","id");--> statement-breakpoint
CREATE INDEX "event_invoice" ON "event" USING btree ("invoice_id","id") WHERE invoice_id is not null;--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at","id") WHERE sent_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "outbox_failed" ON "outbox" USING btree ("failed_at") WHERE failed_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "telegram_chat_customer" ON "telegram_chat" USING btree ("customer_id","chat_id");--> statement-breakpoint
CREATE INDEX "telegram_link_customer" ON "telegram_link" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "draft_age" ON "draft" USING btree ("updated_at");