export type TemplateChannel = "email" | "sms" | "app";

export type TemplateText = {
  readonly channel: TemplateChannel;
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
};

export type TemplateRefusal = {
  readonly code: "template_unknown";
  readonly channel: TemplateChannel;
  readonly got: string;
  /** Names of that channel's templates. */
  readonly known: readonly string[];
};
