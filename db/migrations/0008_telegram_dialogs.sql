CREATE TABLE "identity_attempt" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "identity_attempt_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subject" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity_code" (
	"chat_id" bigint PRIMARY KEY NOT NULL,
	"customer_id" text,
	"channel" text NOT NULL,
	"code" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"tries_left" integer NOT NULL,
	CONSTRAINT "identity_code_channel" CHECK ("identity_code"."channel" in ('email', 'sms'))
);
--> statement-breakpoint
CREATE TABLE "telegram_dialog" (
	"chat_id" bigint PRIMARY KEY NOT NULL,
	"language" text NOT NULL,
	"step" text NOT NULL,
	"data" jsonb NOT NULL,
	"message_id" bigint,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "telegram_update" (
	"bot_id" bigint NOT NULL,
	"update_id" bigint NOT NULL,
	"chat_id" bigint,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"payload" jsonb,
	"leased_until" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "telegram_update_bot_id_update_id_pk" PRIMARY KEY("bot_id","update_id")
);
--> statement-breakpoint
ALTER TABLE "telegram_chat" ADD COLUMN "linked_by" text DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE "telegram_chat" ADD COLUMN "blocked_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "identity_attempt_subject" ON "identity_attempt" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "identity_attempt_at" ON "identity_attempt" USING btree ("at");--> statement-breakpoint
CREATE INDEX "telegram_dialog_age" ON "telegram_dialog" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "telegram_update_pending" ON "telegram_update" USING btree ("bot_id","update_id") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "telegram_update_chat" ON "telegram_update" USING btree ("chat_id","update_id") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "telegram_update_done" ON "telegram_update" USING btree ("done_at") WHERE done_at is not null;--> statement-breakpoint
CREATE INDEX "customer_tax_id" ON "customer" USING btree ("tax_id") WHERE tax_id is not null;--> statement-breakpoint
ALTER TABLE "telegram_chat" ADD CONSTRAINT "telegram_chat_linked_by" CHECK ("telegram_chat"."linked_by" in ('link', 'contact', 'code'));