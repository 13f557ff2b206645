export const PERSON = "person";
export const PERSON_CLOSE = "person-close";
