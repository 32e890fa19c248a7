import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { KEYS } from './keys.ts';
import './key-help.css';

/** The list of keys. */
export function KeyHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="sheet">
        <Dialog>
          <Heading slot="title">Keys</Heading>
          <dl className="keys">
            {KEYS.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet small">
            Tab and Enter reach everything else. A statement’s number leads from the words to its note and back.
          </p>
          <Button onPress={onClose} autoFocus>
            Close
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
