export const text = 'Token received from Cognito';
