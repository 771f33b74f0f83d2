import { Modal, type ModalProps } from 'antd';
import { useFocusReturn } from './focus-return.ts';

/** A dialog over the page. Ant Design forgets who had the keyboard when a dialog is not closed but taken away. */
export function Dialog(props: ModalProps) {
  useFocusReturn(props.open === true);
  return <Modal {...props} />;
}
