export const RETURNS = {
  open: "returns.open",
  files: "returns.files",
  file: "returns.file",
  leftOver: "returns.left-over",
  upload: "returns.upload",
  uploadForm: "returns.upload.form",
  processForm: "returns.process.form",
  assign: "returns.assign",
  assignForm: "returns.assign.form",
  /** The select's own id, by which its options are asked for. */
  invoice: "returns.assign.invoice",
  dismiss: "returns.dismiss",
  dismissForm: "returns.dismiss.form",
} as const;
