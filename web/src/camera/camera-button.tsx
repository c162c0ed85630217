import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const CameraDialog = lazy(async () => ({ default: (await import('./camera-dialog.tsx')).CameraDialog }));

/** Where a file is chosen: or a picture of the paper that lies under the camera of this desk. */
export function CameraButton({ onTaken }: { readonly onTaken: (picture: File) => void }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('camera.button')}</Button>
      <Suspense fallback={null}>
        {isOpen && (
          <CameraDialog
            onClose={() => setOpen(false)}
            onTaken={(picture) => {
              onTaken(picture);
              setOpen(false);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
