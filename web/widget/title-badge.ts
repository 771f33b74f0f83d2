/** Counts unread messages in the title of the host page, and gives the title back unchanged. */
export class TitleBadge {
  #shown = '';

  show(count: number): void {
    const badge = count > 0 ? `(${count > 99 ? '99+' : count}) ` : '';
    if (badge === this.#shown) return;
    const bare = document.title.startsWith(this.#shown)
      ? document.title.slice(this.#shown.length)
      : document.title;
    document.title = badge + bare;
    this.#shown = badge;
  }
}
