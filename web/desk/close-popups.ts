/** Closes what hangs open over the page (menus, explanations), and says whether there was anything. */
export function closePopups(): boolean {
  const open = document.querySelector(
    '.ant-popover:not(.ant-popover-hidden), .ant-dropdown:not(.ant-dropdown-hidden)',
  );
  // They close by themselves when the pointer goes down elsewhere; a key does the same.
  if (open) document.body.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  return open !== null;
}
