// onnxruntime-node 1.17.0 names a file of types that it does not ship. It gives what onnxruntime-common gives.
declare module 'onnxruntime-node' {
  export * from 'onnxruntime-common';
}
