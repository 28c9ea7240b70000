export { readUpload, type UploadedRecording } from './read.ts';
export { activityFile } from './write.ts';
