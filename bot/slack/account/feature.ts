import { openRescind } from "../rescind/open-rescind.ts";
import { openSpcForm } from "../spc/open-spc-form.ts";
import { openWizard } from "../wizard/open-wizard.ts";
import { registerAccountWith } from "./register.ts";

export const registerAccount = registerAccountWith({ openSpcForm, openRescind, openWizard });
