export const camera = {
  button: 'Take a picture',
  title: 'Take a picture of the paper',
  view: 'What the camera sees',
  picture: 'The picture',
  take: 'Take it',
  use: 'Use this picture',
  turn: 'Turn it',
  again: 'Take it again',
  which: 'Camera',
  file: 'picture',
  trouble: {
    insecure: 'A camera can be used only where this page comes over HTTPS. Please tell the operator.',
    forbidden: 'The browser was not allowed to use the camera. Allow it beside the address, then try again.',
    none: 'No camera is connected to this computer.',
    busy: 'Another program uses the camera. Close it, then try again.',
    unknown: 'The camera shows nothing.',
  },
};
