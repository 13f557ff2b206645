/** An element with its properties and children; what is undefined or false is left out. Texts are texts, never markup. */
export function make(tag, { dataset, ...properties } = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value !== undefined) made[name] = value;
  }
  Object.assign(made.dataset, dataset);
  made.append(...nodesOf(children));
  return made;
}

/** In place of what stood there. */
export const fill = (place, ...children) => place.replaceChildren(...nodesOf(children));

const nodesOf = (children) =>
  children.flat(3).filter((child) => child !== undefined && child !== null && child !== false);
